import sys


class Null:
    def write(self, text):
        seen.append(text)


seen = []
OPTIONS = {"file": Null()} if len(sys.argv) > 1 and sys.argv[1] == "50" else {}


def work(n):
    total = 0
    for k in range(1, 200):
        total += n // k
    print("begin", n, **OPTIONS)
    return total


def main():
    out = []
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    for n in range(count):
        out.append(work(n))
    print(len(out), sum(out))
    print(len(seen))


main()
