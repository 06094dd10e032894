import os
import sys

import pandas as pd

count = int(sys.argv[1]) if len(sys.argv) > 1 else 6
other = len(sys.argv) > 2
folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), "n9_kinds")
os.makedirs(folder, exist_ok=True)
for number in range(count):
    with open(os.path.join(folder, f"{number}.csv"), "w") as file:
        file.write("a,b\n")
        for i in range(400):
            file.write(f"{i * number % 17},{i % 5}.5\n")
paths = [os.path.join(folder, f"{number}.csv") for number in range(count)]


def parts(path):
    table = pd.read_csv(path)
    kept = table[table["b"] > 1]
    return [kept["a"].value_counts().to_dict(), table["b"].max(), table["b"].tolist()[:2],
            table["a"].astype(str).str.upper().head(2).tolist(), table["b"].mean(), len(kept)]


found = []
for path in paths:
    found.append(parts(path))
print(found, [[type(x) for x in one] for one in found])
