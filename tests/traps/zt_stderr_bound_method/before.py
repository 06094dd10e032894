# its method is kept
import subprocess
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 12

tell = sys.stderr.write


def check(number):
    tell(f"checked {number}\n")
    return sum(k * number % 7 for k in range(3000))


for number in range(count):
    print(number, check(number))
