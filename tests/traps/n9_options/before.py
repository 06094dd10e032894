import os
import sys

import pandas as pd

count = int(sys.argv[1]) if len(sys.argv) > 1 else 6
other = len(sys.argv) > 2
folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), "n9_options")
os.makedirs(folder, exist_ok=True)
for number in range(count):
    with open(os.path.join(folder, f"{number}.csv"), "w") as file:
        file.write("a,b\n")
        for i in range(400):
            file.write(f"{i * number % 17},{i % 5}.5\n")
paths = [os.path.join(folder, f"{number}.csv") for number in range(count)]


def total(path):
    table = pd.read_csv(path)
    if other:
        pd.options.mode.chained_assignment = None
    part = table[table["a"] > 3]
    part["c"] = part["a"] * 2
    return part["c"].sum()


found = []
for path in paths:
    found.append(total(path))
    if other and len(found) == 2:
        pd.set_option("mode.chained_assignment", "raise")
print(found, pd.options.mode.chained_assignment)
