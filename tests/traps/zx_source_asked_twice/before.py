import glob

import pandas as pd

for month in range(3):
    for year in (2023, 2024):
        with open(f"month{month}-{year}.csv", "w") as out:
            out.write(f"region,units\nnorth,{month + year}\nsouth,{4 - month / 4}\n")

patterns = ["month*-2023.csv", "month*-2024.csv"]
sales = pd.concat([pd.read_csv(path) for path in sorted(glob.glob(patterns.pop()))])
print(len(sales), sales["units"].max(), patterns)
