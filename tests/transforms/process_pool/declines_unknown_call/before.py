import sys


def load(name):
    return getattr(sys.modules[__name__], name)


def plus(n):
    return n + 1


def main():
    results = []
    for n in range(30):
        action = load("plus")
        results.append(action(n))
    print(results)


if __name__ == "__main__":
    main()
