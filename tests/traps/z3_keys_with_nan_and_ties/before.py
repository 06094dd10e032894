import sys

def burn(n):
    value = n
    for _ in range(4000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def score(item):
    value = burn(item["n"])
    return float("nan") if value % 5 == 0 else float(value % 4)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
items = [{"n": n} for n in range(size)]
print(max(items, key=score), min(items, key=score))
print([item["n"] for item in sorted(items, key=score)])
print([item["n"] for item in sorted(items, key=score, reverse=True)])
