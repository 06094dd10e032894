import sys
import time


def burn(n):
    rounds = 0
    until = time.perf_counter() + 0.002
    while time.perf_counter() < until:
        n = (n * 1103515245 + 12345) % 2147483648
        rounds += 1
    return rounds


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = [burn(n) for n in range(size)]
print(sum(results))
