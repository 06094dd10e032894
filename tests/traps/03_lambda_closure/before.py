import sys


def make(step):
    return lambda n: sum((n * k + step) % 97 for k in range(5_000))


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    work = make(3)
    results = []
    for n in range(size):
        results.append(work(n))
    step = 4
    also = [(lambda v: sum((v * k + step) % 89 for k in range(5_000)))(n) for n in range(size)]
    print(repr(results[:5]), repr(also[:5]))


if __name__ == "__main__":
    main()
