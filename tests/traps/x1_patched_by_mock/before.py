import sys
from unittest import mock


def work(x):
    total = 0
    for k in range(2000):
        total += abs(x - k) % 7
    return total


def count(x, seen=[]):
    seen.append(x)
    return len(seen)


def work_all(numbers):
    out = []
    for x in numbers:
        out.append(work(x))
    return out


def main(kind):
    numbers = list(range(60))
    if kind == "patched":
        with mock.patch("__main__.work", count):
            print(work_all(numbers))
    else:
        print(work_all(numbers))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "plain")
