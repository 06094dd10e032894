import sys

import before


class Counter:
    calls = 0


def score(number):
    total = sum(k * number for k in range(2000))
    eval("sys.modules['before'].Counter").calls += 1
    return total, before.Counter.calls


def main():
    results = []
    for number in range(int(sys.argv[1])):
        results.append(score(number))
    print(results)


if __name__ == "__main__":
    main()
