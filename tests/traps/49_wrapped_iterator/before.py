import sys


def progress(items):
    for done, item in enumerate(items):
        yield item
        if done % 10 == 9:
            print(f"{done + 1} done", file=sys.stderr)


def burn(n):
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    results = []
    for n in progress(sorted(range(size), key=lambda k: -k)):
        results.append(burn(n))
    print(results[:3])


if __name__ == "__main__":
    main()
