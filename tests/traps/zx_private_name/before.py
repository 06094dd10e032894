import glob
import sys

import pandas as pd

for month in range(3):
    with open(f"month{month}.csv", "w") as out:
        out.write(f"region,units\nnorth,{month}\nsouth,4\n")


class Report:
    def make(self):
        __parts = []
        for __path in sorted(glob.glob("month*.csv")):
            __parts.append(pd.read_csv(__path))
        __sales = pd.concat(__parts)
        print(len(__sales), __sales["units"].max())


Report().make()
