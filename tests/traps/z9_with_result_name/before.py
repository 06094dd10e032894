import sys


def burn(n):
    value = n
    for _ in range(60):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
class Guard:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        return True


def load(path):
    if path == "n22.txt":
        raise ValueError(path)
    return burn(len(path))


def main():
    path = None
    with Guard():
        for n in range(size):
            path = f"n{n}.txt"
            print(load(path))
    print("last", path)


main()
