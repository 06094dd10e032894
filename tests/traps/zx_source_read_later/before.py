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
    sales = pd.concat([pd.read_csv(path) for path in paths])
    print(len(sales), sales["units"].min())
    print(type(paths).__name__, list(paths))


report(path for path in ["month1.csv", "month2.csv"])
