import functools
import sys

calls = {"burn": 0}


def counted(function):
    @functools.wraps(function)
    def wrapper(*args):
        calls[function.__name__] += 1
        return function(*args)
    return wrapper


@counted
def burn(n):
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    results = [burn(n) for n in range(size)]
    print(repr(results[:3]), calls)


if __name__ == "__main__":
    main()
