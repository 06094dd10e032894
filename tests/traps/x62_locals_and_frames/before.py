import sys


def burn():
    caller = sys._getframe(1)
    value = caller.f_locals["n"]
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value, caller.f_code.co_name


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = []
for n in range(size):
    results.append(burn())
print(results[:2], results[-1])
