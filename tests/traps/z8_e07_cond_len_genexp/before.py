import sys
size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
WAKE = len(sys.argv) > 2
def burn(n):
    for _ in range(2000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n
cnt = [0]
class K:
    def __init__(self, n): self.n = n
    def __len__(self):
        cnt[0] += WAKE
        return 1
ks = [K(n) for n in range(size)]
def w(k): return burn(k.n) + cnt[0]
print(sum(w(k) for k in ks if k))
print({n: w(k) for n, k in enumerate(ks) if k})
