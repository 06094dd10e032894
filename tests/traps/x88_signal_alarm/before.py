import signal
import sys

ticks = []
signal.signal(signal.SIGUSR1, lambda *_: ticks.append(len(ticks)))


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    if value % 3 == 0:
        signal.raise_signal(signal.SIGUSR1)
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = [burn(n) for n in range(size)]
print(results[:2], ticks)
