import os
import sys

import pandas as pd

count = int(sys.argv[1]) if len(sys.argv) > 1 else 6
other = len(sys.argv) > 2
folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), "n9_same_name")
os.makedirs(folder, exist_ok=True)

texts = ["a,a,b\n1,2,3\n4,5,6\n", "a,b\n7,1,2\n7,3,4\n", "a,b\n"]
for number in range(count):
    with open(os.path.join(folder, f"{number}.csv"), "w") as file:
        file.write(texts[number % 3 if other else 0])


def first(path):
    table = pd.read_csv(path)
    return table["a"].sum(), table["b"].to_dict(), table["b"].max()


found = []
for path in [os.path.join(folder, f"{number}.csv") for number in range(count)]:
    found.append(first(path))
print(found)
print([type(part) for one in found for part in one])
