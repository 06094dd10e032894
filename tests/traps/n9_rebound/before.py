import os
import sys

import pandas as pd

count = int(sys.argv[1]) if len(sys.argv) > 1 else 6
other = len(sys.argv) > 2
folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), "n9_rebound")
os.makedirs(folder, exist_ok=True)
for number in range(count):
    with open(os.path.join(folder, f"{number}.csv"), "w") as file:
        file.write("a,b\n")
        for i in range(400):
            file.write(f"{i * number % 17},{i % 5}.5\n")
paths = [os.path.join(folder, f"{number}.csv") for number in range(count)]

spare = paths[0] if paths else None


def total(path, backup=""):
    if not os.path.exists(path):
        path = backup
    return pd.read_csv(path)["a"].sum()


if other:
    os.remove(paths[3])
found = []
for path in paths:
    found.append(total(path, spare))
print(found)
