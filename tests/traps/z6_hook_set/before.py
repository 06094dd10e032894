import sys

CALLS = []


def trace(frame, event, argument):
    CALLS.append(event)


def burn(n):
    value = n
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 4
if size == 3:
    sys.settrace(trace)
results = []
for n in range(size):
    results.append(burn(n))
sys.settrace(None)
print(results[-1], len(CALLS))
