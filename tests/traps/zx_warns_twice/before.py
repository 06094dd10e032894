import glob
import sys
import warnings

import pandas as pd

for month in range(1, 5):
    with open(f"month{month}.csv", "w") as out:
        out.write("region,units,cents\n")
        for i in range(12):
            region = ["north", "south", "east"][i * month % 3]
            out.write(f"{region},{(i * 37 + month) % 50 - 7},{i * 75}\n")


def note():
    warnings.warn("old way")


note()
parts = []
for path in sorted(glob.glob("month*.csv")):
    parts.append(pd.read_csv(path))
sales = pd.concat(parts, ignore_index=True)
print(len(sales), sales["units"].sum())
note()
if len(sys.argv) > 1:
    warnings.warn("the last line of stderr")
