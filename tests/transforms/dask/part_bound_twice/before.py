import glob

import pandas as pd

for month in range(1, 6):
    with open(f"month{month}.csv", "w") as out:
        out.write("region,units,cents\n")
        for i in range(40):
            region = ["north", "south", "east", "west"][i * month % 4]
            out.write(f"{region},{(i * 37 + month) % 50 - 7},{i * 75}\n")

paths = glob.glob("month*.csv")
everything = []
for path in paths:
    month = pd.read_csv(path, dtype={"region": str}, thousands=",")
    everything.append(month)
sales = pd.concat(everything, sort=False)
print(sales.groupby("region")["cents"].sum())
