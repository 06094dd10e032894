import os
import sys


def burn(n):
    os.environ["JOB"] = str(n)
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return f"{os.environ['JOB']}:{value % 100}"


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = [burn(n) for n in range(size)]
print(results, os.environ["JOB"])
