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
    def __getitem__(self, i):
        cnt[0] += WAKE
        if i > 1: raise IndexError
        return self.n
def w(n): return burn(n) + cnt[0]
xs = [X(n) for n in range(size)]
t = 0
for a, b in xs:
    t += w(a)
print(t)
