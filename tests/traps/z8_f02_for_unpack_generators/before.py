import sys
size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
WAKE = len(sys.argv) > 2
def burn(n):
    for _ in range(2000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n
cnt = [0]
def g(n):
    cnt[0] += WAKE
    yield n
    yield 1
def w(n): return burn(n) + cnt[0]
xs = [g(n) for n in range(size)]
out = []
for a, b in xs:
    out.append(w(a))
print(out)
