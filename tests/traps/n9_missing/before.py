import os
import sys

import pandas as pd

count = int(sys.argv[1]) if len(sys.argv) > 1 else 6
other = len(sys.argv) > 2
folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), "n9_missing")
os.makedirs(folder, exist_ok=True)

for number in range(count):
    with open(os.path.join(folder, f"{number}.csv"), "w") as file:
        file.write("a,b\n")
        for i in range(400):
            file.write(f"{i * number % 17},{i % 5}.5\n")

if other:
    os.remove(os.path.join(folder, "3.csv"))
found = []
try:
    for path in [os.path.join(folder, f"{number}.csv") for number in range(count)]:
        found.append(pd.read_csv(path)["a"].sum())
except FileNotFoundError as error:
    print(error)
print(found)
