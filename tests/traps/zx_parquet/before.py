import glob
import sys

import pandas as pd

for month in range(3):
    table = pd.DataFrame({"region": ["north", "south", "north"], "units": [month, 4, -1], "day": pd.date_range("2024-01-01", periods=3)})
    if month == 2 and len(sys.argv) > 1:
        table = {"floats": table.astype({"units": "float64"}), "index": table.set_index("region"),
                 "small": table.astype({"units": "int8"}), "missing": table.assign(region=None)}[sys.argv[1]]
    table.to_parquet(f"month{month}.parquet")

sales = pd.concat([pd.read_parquet(path) for path in sorted(glob.glob("month*.parquet"))])
print(sales.groupby("region")["units"].sum())
print(sales["day"].count(), sales["units"].min(), len(sales))
print(type(sales["units"].max()))
