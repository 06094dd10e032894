import os
import sys

import pandas as pd

count = int(sys.argv[1]) if len(sys.argv) > 1 else 6
other = len(sys.argv) > 2
folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), "n9_same_file")
os.makedirs(folder, exist_ok=True)
for number in range(count):
    with open(os.path.join(folder, f"{number}.csv"), "w") as file:
        file.write("a,b\n")
        for i in range(400):
            file.write(f"{i * number % 17},{i % 5}.5\n")
paths = [os.path.join(folder, f"{number}.csv") for number in range(count)]

found = []
for path in paths + paths[:2]:
    total = pd.read_csv(path)["a"].sum()
    found.append(total)
    if other:
        with open(paths[-1], "w") as file:
            file.write(f"a,b\n{len(found)},2\n")
print(found)
