import os
import sys


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    with open("scratch.tmp", "w") as out:
        out.write(str(value))
    with open("scratch.tmp") as back:
        text = back.read()
    os.remove("scratch.tmp")
    return int(text)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = []
for n in range(size):
    results.append(burn(n))
print(results[:3], sum(results))
