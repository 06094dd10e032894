import sys
size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
WAKE = len(sys.argv) > 2
def burn(n):
    for _ in range(2000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n
cnt = [0]
class Z:
    t = 0
    def __add__(self, o):
        if WAKE: cnt[0] += 1
        self.t += o
        return self
def w(n): return burn(n) + cnt[0]
print(sum((w(n) for n in range(size)), Z()).t)
