import os
import sys
import pathlib

import pandas as pd

count = int(sys.argv[1]) if len(sys.argv) > 1 else 6
other = len(sys.argv) > 2
folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), "n9_chunks")
os.makedirs(folder, exist_ok=True)
for number in range(count):
    with open(os.path.join(folder, f"{number}.csv"), "w") as file:
        file.write("a,b\n")
        for i in range(400):
            file.write(f"{i * number % 17},{i % 5}.5\n")
paths = [os.path.join(folder, f"{number}.csv") for number in range(count)]


def total(path):
    if other:
        return sum(one["a"].sum() for one in pd.read_csv(path, chunksize=100))
    with open(path) as file:
        return pd.read_csv(file)["a"].sum()


found = []
for path in map(pathlib.Path, paths):
    found.append(total(path))
print(found)
