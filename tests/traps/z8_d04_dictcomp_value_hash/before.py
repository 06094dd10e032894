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
        cnt[0] += WAKE
        return self.v
    def __eq__(self, o): return self.v == o.v
keys = [H(n % 5) for n in range(size)]
def w(k): return burn(k.v) + cnt[0]
d = {k: w(k) for k in keys}
print(sorted((h.v, x) for h, x in d.items()), cnt)
e = {}
for k in keys:
    e[k] = w(k)
print(sorted((h.v, x) for h, x in e.items()), cnt)
