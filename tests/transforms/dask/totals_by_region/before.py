import glob

import pandas as pd

for month in range(1, 6):
    with open(f"month{month}.csv", "w") as out:
        out.write("region,units,note\n")
        for i in range(40):
            region = ["north", "south", "east", "west"][i * month % 4]
            out.write(f"{region},{(i * 37 + month) % 50 - 7},{i}.5\n")

# All months together.
parts = []
for path in sorted(glob.glob("month*.csv")):
    parts.append(pd.read_csv(path))  # one month
sales = pd.concat(parts, ignore_index=True)

print(len(sales), "rows")
by_region = sales.groupby("region")["units"].sum()
print(by_region)
by_region["north"] += 1
print(sales.groupby("region").size().to_dict())
print("most", sales["units"].max(), "least", sales["units"].min())
print(f"returned: {sales[sales['units'] < 0]['units'].sum()}")
