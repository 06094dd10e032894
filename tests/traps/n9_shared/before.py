import os
import sys

import pandas as pd

count = int(sys.argv[1]) if len(sys.argv) > 1 else 6
other = len(sys.argv) > 2
folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), "n9_shared")
os.makedirs(folder, exist_ok=True)

for number in range(count):
    with open(os.path.join(folder, f"{number}.csv"), "w") as file:
        file.write("a,b\n")
        for i in range(400):
            file.write(f"{i * number % 17},{i % 5}.5\n")

rates = pd.read_csv(os.path.join(folder, "0.csv")) if count else None
column = rates["a"] if count else None


def total(path):
    table = pd.read_csv(path)
    rates["c"] = rates["b"] + table["a"].mean()
    return rates["c"].sum()


found = []
for path in [os.path.join(folder, f"{number}.csv") for number in range(count)]:
    found.append(total(path))
print(found)
if count:
    print(rates["c"].sum())
