import sys


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value % 97


shared = []


def record(n):
    entry = {"number": n, "log": None, "other": 0}
    entry.update(log=shared)
    entry["number"] = burn(n)
    key = "log" if n >= 0 else "other"
    entry[key].append(entry["number"])
    return len(entry["log"]), len(list(entry.values())[1])


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
lengths = []
for n in range(size):
    lengths.append(record(n))
print(lengths)
