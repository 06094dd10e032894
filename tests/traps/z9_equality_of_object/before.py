import sys
N = int(sys.argv[1]) if len(sys.argv) > 1 else 40


def burn(n):
    value = n
    for _ in range(300):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def risky(n):
    burn(n)
    if n == 33:
        raise ValueError(n)
    return n


class A:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return super().__eq__(o)
    def __hash__(self): return 1
xs = [A(i) for i in range(N)]
def f(x): return burn(x.n) + xs.count(x)
print([f(x) for x in xs])
