import signal
import sys

if hasattr(signal, "SIGPIPE"):
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)


def check(n):
    value = n
    for _ in range(5_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return 1 // (n - 50) + value


last = int(sys.argv[1]) if len(sys.argv) > 1 else 49
total = 0
for n in range(100):
    total += check(n)
    if n == last:
        break
print(n, total)
