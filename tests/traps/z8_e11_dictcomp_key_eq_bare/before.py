import sys
size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
WAKE = len(sys.argv) > 2
def burn(n):
    for _ in range(2000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n
class H:
    made = []
    def __init__(self, v): self.v = v
    def __hash__(self): return 3
    def __eq__(self, o):
        if WAKE: H.made.append(self.v)
        return self.v == o.v
ks = [H(n % 6) for n in range(size)]
def w(k): return burn(k.v) + len(H.made)
print(list({k: w(k) for k in ks}.values()))
