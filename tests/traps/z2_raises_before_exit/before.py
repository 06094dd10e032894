import sys


class Bad(Exception):
    def __init__(self, n, why):
        super().__init__(why)
        self.n = n


def check(n, bad):
    value = n
    for _ in range(10_000):
        value = (value * 1103515245 + 12345) % 2147483648
    if n == bad:
        raise Bad(n, "bad item")
    return value


bad = int(sys.argv[1]) if len(sys.argv) > 1 else 30
total = 0
try:
    for n in range(60):
        value = check(n, bad)
        total += value
        if n == 25:
            break
    else:
        print("no exit")
except Bad as error:
    print(error.n, error.args, error.__context__, error.__cause__)
print(n, total)
