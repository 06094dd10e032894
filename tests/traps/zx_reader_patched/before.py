import glob
import sys
from unittest import mock

import pandas as pd

for month in range(1, 5):
    with open(f"month{month}.csv", "w") as out:
        out.write("region,units,cents\n")
        for i in range(12):
            region = ["north", "south", "east"][i * month % 3]
            out.write(f"{region},{(i * 37 + month) % 50 - 7},{i * 75}\n")


real = pd.read_csv


def noisy(path):
    print("reading", path)
    return real(path)


with mock.patch("pandas.read_csv", noisy):
    parts = []
    for path in sorted(glob.glob("month*.csv")):
        parts.append(pd.read_csv(path))
    sales = pd.concat(parts, ignore_index=True)
    print(len(sales), sales["units"].sum())
