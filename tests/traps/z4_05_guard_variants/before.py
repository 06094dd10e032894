"""A guard with its sides swapped, one with an else, and one that is none."""
import sys

MODE = "plain"


def burn(n):
    for _ in range(5_000):
        n = (n * 1103515245 + len(MODE)) % 2147483648
    return n


if __name__ != "__main__":
    MODE = "imported by somebody"

if __name__ == "__main__" and len(sys.argv) > 2:
    MODE = sys.argv[2]

if "__main__" == __name__:
    print("begin")

if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    results = [burn(n) for n in range(size)]
    print(repr(results[:3]), sum(results))
else:
    raise SystemExit("not to be imported")
