import sys
size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
WAKE = len(sys.argv) > 2
def burn(n):
    for _ in range(2000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n
cnt = [0]
class H:
    def __init__(self, v): self.v = v
    def __hash__(self):
        if WAKE: cnt[0] += 1
        return self.v
    def __eq__(self, o): return self.v == o.v
def w(n): return H((burn(n) + cnt[0]) % 7)
s = {w(n) for n in range(size)}
print(sorted(h.v for h in s), cnt)
s = set(w(n) for n in range(size))
print(sorted(h.v for h in s), cnt)
d = {w(n): n for n in range(size)}
print(sorted((h.v, x) for h, x in d.items()), cnt)
