import sys


class Noisy:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("gone", self.n)


def work(n):
    total = 0
    for k in range(1, 200):
        total += n // k
    print("begin", Noisy(n).n)
    noisy = Noisy(-n)
    print("end", noisy.n)
    return total


def main():
    out = []
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    for n in range(count):
        out.append(work(n))
    print(len(out), sum(out))


main()
