import os

import pandas as pd

os.mkdir("data")
for month in range(1, 6):
    with open(f"data/month{month}.csv", "w") as out:
        out.write("region,units,cents\n")
        for i in range(40):
            region = ["north", "south", "east", "west"][i * month % 4]
            out.write(f"{region},{(i * 37 + month) % 50 - 7},{i * 75}\n")


def report(names):
    sales = pd.concat(
        [pd.read_csv(os.path.join("data", name), usecols=["region", "units"])
         for name in sorted(os.listdir("data"))],
        ignore_index=True,
    )
    print(names, len(sales))
    worst = (
        sales[sales["region"] != "north"]
        ["units"].sum()
    )
    print(worst)
    if sales["region"].nunique() > 3:
        print("all regions")
    for region, units in sales.groupby("region")["units"].max().items():
        print(region, units)
    return sales.shape[0]


print(report("all"))
