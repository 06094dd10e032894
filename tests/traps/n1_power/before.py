import sys


def squares(xs):
    return [x ** 2 for x in xs]


n = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
values = squares([0.0016134973351938572 + i / 977 for i in range(n)])
print(values[0], sum(v * i for i, v in enumerate(values)))
