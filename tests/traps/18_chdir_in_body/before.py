import os
import sys


def measure(name):
    home = os.getcwd()
    os.chdir(name)
    value = len(os.path.basename(os.getcwd()))
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    with open("result.txt", "w") as out:
        out.write(str(value))
    os.chdir(home)
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
names = [f"dir{n}" for n in range(size)]
for name in names:
    os.makedirs(name, exist_ok=True)
results = []
for name in names:
    results.append(measure(name))
print(results[:3], os.path.exists("result.txt"))
