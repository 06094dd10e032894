import sys
size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
WAKE = len(sys.argv) > 2
def burn(n):
    for _ in range(2000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n
cnt = [0]
class X:
    def __init__(self, n): self.n = n
    def __iter__(self):
        cnt[0] += WAKE
        return iter((self.n, 1))
xs = [X(n) for n in range(size)]
def w(n): return burn(n) + cnt[0]
print([w(a) for a, b in xs])
out = []
for a, b in xs:
    out.append(w(a))
print(out)
print(sum(w(a) for a, *b in xs))
