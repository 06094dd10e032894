import sys
size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
WAKE = len(sys.argv) > 2
def burn(n):
    for _ in range(2000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n
class K:
    flips = 0
    def __init__(self, n): self.n = n
    def __bool__(self):
        K.flips += WAKE
        return K.flips % 2 == 0
def main():
    gate = K(0)
    def w(n): return burn(n) + K.flips
    print([w(n) for n in range(size) if gate])
    print({w(n) for n in range(size) if gate} and 1)
main()
