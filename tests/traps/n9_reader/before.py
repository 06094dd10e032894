import os
import sys

import pandas as pd

count = int(sys.argv[1]) if len(sys.argv) > 1 else 6
other = len(sys.argv) > 2
folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), "n9_reader")
os.makedirs(folder, exist_ok=True)

for number in range(count):
    with open(os.path.join(folder, f"{number}.csv"), "w") as file:
        file.write("a,b\n")
        for i in range(400):
            file.write(f"{i * number % 17},{i % 5}.5\n")

calls = []
if other:
    true_reader = pd.read_csv

    def reader(path):
        calls.append(path[-5:])
        return true_reader(path)

    pd.read_csv = reader
found = []
for path in [os.path.join(folder, f"{number}.csv") for number in range(count)]:
    found.append(pd.read_csv(path)["a"].sum())
print(found, calls)
