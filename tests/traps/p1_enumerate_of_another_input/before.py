import sys

if len(sys.argv) > 1:

    def enumerate(items):
        return [(-1, item) for item in items]


def work(n):
    return sum(k * n % 7 for k in range(2000))


print(list(enumerate(map(work, range(9)))))
