# lines in parts, some by the loop itself
import subprocess
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 12


def check(number):
    sys.stderr.write(f"{number} ")
    if number % 3 == 0:
        print("third", end="", file=sys.stderr)
    return sum(k * number % 7 for k in range(3000))


for number in range(count):
    total = check(number)
    sys.stderr.write(f"-> {total}")
    if number % 2:
        print(file=sys.stderr)
