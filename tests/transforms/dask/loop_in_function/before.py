import glob

import pandas as pd

for month in range(1, 6):
    with open(f"month{month}.csv", "w") as out:
        out.write("region,units,cents\n")
        for i in range(40):
            region = ["north", "south", "east", "west"][i * month % 4]
            out.write(f"{region},{(i * 37 + month) % 50 - 7},{i * 75}\n")


def by_region(paths):
    everything = []
    for path in paths:
        part = pd.read_csv(path, dtype={"region": str}, thousands=",")
        everything.append(part)
    # Nobody needs the parts any more.
    sales = pd.concat(everything, sort=False)
    total = 0
    total += sales["units"].sum()
    return {"total": total, "cents": sales.groupby("region")["cents"].sum()}


for label, value in by_region(glob.glob("month*.csv")).items():
    print(label, value)
