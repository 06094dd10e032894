import sys
import time


def shrink(parts):
    time.sleep(0.001)
    return parts.pop() * 2


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    lines = ["a b", "", "c d e"] * count
    for line in lines:
        parts = line.split()
        if not parts:
            continue
        last = shrink(parts)
        print(parts, last)
    for line in lines:
        if line:
            parts = line.split()
            last = shrink(parts)
            print(parts, last)


main()
