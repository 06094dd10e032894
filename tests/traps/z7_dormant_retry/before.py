import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

failures = 0
bad = int(sys.argv[2]) if len(sys.argv) > 2 else -1


def work(n):
    global failures
    try:
        if n == bad:
            raise ValueError(n)
    except ValueError:
        failures += 1
    return burn(n) + failures


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out, failures)
