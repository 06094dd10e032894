import sys


class Flag:
    asked = 0

    def __init__(self, on):
        self.on = on

    def __bool__(self):
        Flag.asked += 1
        return self.on


def work(n):
    return sum(n * k % 13 for k in range(200))


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    flags = [Flag(n % 3 > 0) for n in range(count)]
    results = {}
    for n, flag in enumerate(flags):
        if flag:
            results[n] = work(n)
            print(n, results[n])
    print(Flag.asked)


main()
