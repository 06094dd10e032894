import sys

import pandas as pd

for month in range(3):
    with open(f"month{month}.csv", "w") as out:
        out.write(f"region,units\nnorth,{month}\nsouth,4\n")


class Months:
    def __iter__(self):
        yield "month0.csv"
        yield "month1.csv"

    def __len__(self):
        raise NotImplementedError("so many")


def report(paths):
    parts = []
    for path in paths:
        parts.append(pd.read_csv(path))
    sales = pd.concat(parts)
    print(len(sales), sales["units"].max())


try:
    report(5 if len(sys.argv) > 1 else Months())
except TypeError as error:
    print(error)
