import sys

import pandas as pd


def months():
    for month in range(4):
        with open("month.csv", "w") as out:
            out.write(f"region,units\nnorth,{9 - month}\nsouth,4\n")
        yield "month.csv"


def report(paths):
    parts = []
    for path in paths:
        parts.append(pd.read_csv(path))
    sales = pd.concat(parts)
    print(len(sales), sales["units"].max())


report(months())
