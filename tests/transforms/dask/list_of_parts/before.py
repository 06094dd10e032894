import pandas as pd

for month in range(1, 6):
    with open(f"month{month}.csv", "w") as out:
        out.write("region,units,cents\n")
        for i in range(40):
            region = ["north", "south", "east", "west"][i * month % 4]
            out.write(f"{region},{(i * 37 + month) % 50 - 7},{i * 75}\n")

parts = [pd.read_csv(f"month{month}.csv") for month in range(1, 6)]
sales = pd.concat(parts)
turnover = (sales["units"] * sales["cents"]).sum()
print("turnover", turnover, "of", sales["units"].count(), "sales")
print(sales[(sales["units"] > 3) & (sales["cents"] < 2000)].groupby("region").size())
