import sys

import pandas as pd


def share(prices):
    return prices.sum() / prices.min()


def by_call(table, way):
    result = table.groupby("shop")["price"].apply(share)
    if way:
        result = table.groupby("shop")["price"].agg(share)
    return result


def by_loop(table):
    shares = []
    for shop, rows in table.groupby("shop"):
        largest = rows["price"].sum() / rows["price"].min()
        shares.append((shop, float(largest)))
    return shares


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    table = pd.DataFrame(
        {
            "shop": [i % 4 for i in range(size)],
            "price": [float(i % 3) for i in range(size)],
            "kind": ["a"] * size,
        }
    )
    for turn in range(3):
        print(by_call(table, turn).tolist())
    for turn in range(3):
        print(by_loop(table))


main()
