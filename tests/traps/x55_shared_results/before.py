import sys

COMMON = ["common"]


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    inner = [value % 10]
    return {"a": inner, "b": inner, "c": COMMON}


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = []
for n in range(size):
    results.append(burn(n))
results[0]["a"].append("x")
results[0]["c"].append("y")
print(results[0], results[1], COMMON)
