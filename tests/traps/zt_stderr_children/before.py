# children of the loop write to the same stream
import subprocess
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 12


def check(number):
    print("checked", number, file=sys.stderr)
    return sum(k * number % 7 for k in range(3000))


for number in range(count):
    total = check(number)
    subprocess.run([sys.executable, "-c", f"import sys; print('child', {total}, file=sys.stderr)"])
