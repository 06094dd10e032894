import sys
size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
WAKE = len(sys.argv) > 2
def burn(n):
    for _ in range(2000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n
class X:
    def __init__(self, n): self.n = n
    def __iter__(self):
        if WAKE and self.n == 2: xs.append(X(99))
        return iter((self.n, 1))
def w(n): return burn(n)
xs = [X(n) for n in range(size)]
out = []
for a, b in xs:
    out.append(w(a))
print(out)
