import sys
size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
WAKE = len(sys.argv) > 2
def burn(n):
    for _ in range(2000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n
class X:
    seen = []
    def __init__(self, n): self.n = n
    def __iter__(self):
        if WAKE: X.seen.append(self.n)
        return iter((self.n, 1))
d = {n: X(n) for n in range(size)}
def w(n): return burn(n) + len(X.seen)
print({k: w(a) for k, (a, b) in d.items()})
