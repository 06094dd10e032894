import glob
import sys

import pandas as pd

for month in range(1, 5):
    with open(f"month{month}.csv", "w") as out:
        out.write("region,units,cents\n")
        for i in range(12):
            region = ["north", "south", "east"][i * month % 3]
            out.write(f"{region},{(i * 37 + month) % 50 - 7},{i * 75}\n")

if len(sys.argv) > 1:
    with open("month2.csv", "w") as out:
        out.write("region,units,cents\n7,1,2\n8,3,4\n")
parts = []
for path in sorted(glob.glob("month*.csv")):
    parts.append(pd.read_csv(path))
sales = pd.concat(parts, ignore_index=True)
print(sales.groupby("region")["units"].sum())
print(sales["region"].nunique())
print(sales[sales["region"] == "7"]["units"].sum())
