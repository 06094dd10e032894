import os
import sys

import pandas as pd

count = int(sys.argv[1]) if len(sys.argv) > 1 else 6
other = len(sys.argv) > 2
folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), "n9_stdin")
os.makedirs(folder, exist_ok=True)

found = []
for number in range(count):
    path = "/dev/stdin" if other and number == 1 else os.path.join(folder, f"{number}.csv")
    with open(os.path.join(folder, f"{number}.csv"), "w") as file:
        file.write("a,b\n1,2\n3,4\n")
    found.append(number)
names = ["/dev/stdin" if other and number == 1 else os.path.join(folder, f"{number}.csv") for number in found]
totals = []
for name in names:
    try:
        totals.append(pd.read_csv(name)["a"].sum())
    except pd.errors.EmptyDataError as error:
        totals.append(str(error))
print(totals)
