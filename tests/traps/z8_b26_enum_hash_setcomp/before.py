import sys
size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
WAKE = len(sys.argv) > 2
def burn(n):
    for _ in range(2000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n
from enum import Enum
cnt = [0]
class E(Enum):
    A = 0
    B = 1
    C = 2
    def __hash__(self):
        cnt[0] += WAKE
        return self.value
cnt[0] = 0
def w(n): return E((burn(n) + cnt[0]) % 3)
t = {w(n) for n in range(3)}
print(sorted(e.name for e in t), cnt)
