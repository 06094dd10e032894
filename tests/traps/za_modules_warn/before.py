import sys

import pandas as pd

import calc
from calc import ratio


def by_loop(table):
    shares = []
    for shop, rows in table.groupby("shop"):
        share = calc.ratio(rows["price"].sum(), rows["price"].min())
        shares.append((shop, float(share)))
    return shares


def spread(prices):
    return ratio(prices.sum(), prices.min())


def by_call(table):
    result = table.groupby("shop")["price"].apply(spread)
    return result.tolist()


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    table = pd.DataFrame(
        {
            "shop": [i % 4 for i in range(size)],
            "price": [float(i % 3) for i in range(size)],
        }
    )
    for turn in range(3):
        print(by_loop(table))
        print(by_call(table))


main()
