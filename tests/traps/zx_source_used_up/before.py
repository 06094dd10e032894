import glob
import sys

import pandas as pd

for month in range(1, 5):
    with open(f"month{month}.csv", "w") as out:
        out.write("region,units,cents\n")
        for i in range(12):
            region = ["north", "south", "east"][i * month % 3]
            out.write(f"{region},{(i * 37 + month) % 50 - 7},{i * 75}\n")



def report(paths):
    parts = []
    for path in paths:
        parts.append(pd.read_csv(path))
    sales = pd.concat(parts)
    print(len(sales), sales["units"].min())


names = iter(["month1.csv", "month2.csv", "month9.csv" if len(sys.argv) > 1 else "month3.csv"])
try:
    report(names)
except FileNotFoundError as error:
    print(error)
print(list(names))
