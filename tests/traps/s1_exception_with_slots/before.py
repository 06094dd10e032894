import sys


class Bad(ValueError):
    __slots__ = ("n",)


def work(n):
    if n == 30:
        bad = Bad(n)
        bad.n = n
        raise bad
    return sum(k * n % 7 for k in range(2000))


def main(count):
    out = []
    try:
        for n in range(count):
            out.append(work(n))
    except Exception as problem:
        print(type(problem).__name__, problem)
        print(problem.n)
    print(out)


main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
