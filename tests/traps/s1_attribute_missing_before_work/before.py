import sys


def work(n):
    print("work", n)
    return sum(k * n % 7 for k in range(2000))


class Run:
    def __init__(self, count):
        if count > 3:
            self.out = []

    def go(self, count):
        for n in range(count):
            self.out.append(work(n))
        print(self.out)


count = int(sys.argv[1]) if len(sys.argv) > 1 else 9
Run(count).go(count)
