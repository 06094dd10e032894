import glob

import pandas as pd

for month in range(1, 6):
    with open(f"month{month}.csv", "w") as out:
        out.write("region,units,cents\n")
        for i in range(40):
            region = ["north", "south", "east", "west"][i * month % 4]
            out.write(f"{region},{(i * 37 + month) % 50 - 7},{i * 75}\n")

parts = []
for path in glob.glob("month*.csv"):
    parts.append(pd.read_csv(path))
sales = pd.concat(parts)
print(len(sales))
print(f"{sales['units'].mean():.6f}", sales[sales["units"] > 2.5]["cents"].sum())
print((sales["units"] * 0.25).sum(), sales.groupby("region")["units"].mean().round(6).to_dict())
