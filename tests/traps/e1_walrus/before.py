import re
import sys


def work(n):
    return sum(n * k % 13 for k in range(200))


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    lines = ["n = %d" % n if n % 3 else "# %d" % n for n in range(count)]
    for line in lines:
        if not (found := re.match(r"n = (\d+)", line)):
            print("no", found)
            continue
        value = work(int(found.group(1)))
        print(found.group(0), value)
    print(found)


main()
