# the loop ends before its source
import subprocess
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 12


def check(number):
    print("checked", number, file=sys.stderr)
    return sum(k * number % 7 for k in range(3000))


for number in range(count):
    if check(number) % 11 == 10:
        print("found", number)
        break
else:
    print("none")
print([check(number) for number in range(count)])
print(max(check(number) for number in range(1, count + 2)))
print(any(check(number) % 13 == 12 for number in range(count)))
print(dict((number, check(number)) for number in range(count)))
