import sys
size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
WAKE = len(sys.argv) > 2
def burn(n):
    for _ in range(2000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n
xs = [[(n,)] if WAKE and n == 2 else [(n, n + 1)] for n in range(size)]
def w(n):
    if WAKE and n == 1: raise ValueError("early")
    return burn(n)
try:
    print([w(a) for x in xs for a, b in x])
except Exception as e: print(repr(e))
