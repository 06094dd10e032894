import glob
import sys

import pandas as pd

for month in range(3):
    with open(f"month{month}.csv", "w") as out:
        out.write(f"region,units,price\nnorth,{month},inf\nsouth,4,1.5\n")

parts = []
for path in sorted(glob.glob("month*.csv")):
    parts.append(pd.read_csv(path))
sales = pd.concat(parts)
print(sales["price"].count())
if len(sys.argv) > 1:
    try:
        pd.set_option("mode.use_inf_as_na", True)
    except KeyError:  # pandas 3 has none
        print("none")
print(sales[sales["units"] > 0]["price"].count())
