import sys


def burn(k):
    import banner
    banner.users += 1
    for _ in range(20_000):
        k = (k * 1103515245 + 12345) % 2147483648
    return k


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = [burn(n) for n in range(size)]
import banner
print(results[:2], banner.users)
