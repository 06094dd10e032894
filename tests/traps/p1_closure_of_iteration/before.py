import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 9


def make():
    n = 0

    def step():
        nonlocal n
        n += 1
        return n

    return step


def work(n, step):
    return sum(k * n % 7 for k in range(2000)) + step()


def main():
    out = []
    for i in range(count):
        step = make()
        out.append(work(i, step))
        out.append(step())
    print(out)


main()
