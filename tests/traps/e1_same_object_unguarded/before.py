import sys
import time


def same(parts):
    time.sleep(0.001)
    return parts


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    lines = ["a b", "", "c d e"] * count
    for line in lines:
        parts = line.split()
        found = same(parts)
        found.append("x")
        print(parts, found is parts)


main()
