import os
import sys
import warnings

import pandas as pd

count = int(sys.argv[1]) if len(sys.argv) > 1 else 6
other = len(sys.argv) > 2
folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), "n9_errors")
os.makedirs(folder, exist_ok=True)
for number in range(count):
    with open(os.path.join(folder, f"{number}.csv"), "w") as file:
        file.write("a,b\n")
        for i in range(400):
            file.write(f"{i * number % 17},{i % 5}.5\n")
paths = [os.path.join(folder, f"{number}.csv") for number in range(count)]

if other:
    warnings.simplefilter("error")


def total(path):
    table = pd.read_csv(path)
    part = table[table["a"] > 3]
    try:
        part["c"] = part["a"] * 2
        days = pd.to_datetime(table["b"], errors="coerce")
    except Warning as warning:
        return type(warning).__name__
    return part["c"].sum()


found = []
for path in paths:
    found.append(total(path))
print(found)
