import math

import pandas as pd


def fee(price, pieces, state):
    if pd.isna(price) or state == "free":
        return 0
    return larger(price * pieces, 2.5)


def larger(a, b):
    a = a + math.fabs(b)
    return a if a > b else b


def main(orders):
    orders["fee"] = orders.apply(lambda row: fee(row["price"], row["pieces"], row["state"]), axis=1)
    print(orders, orders.dtypes, sep="\n")


main(pd.DataFrame({"price": [1.5, float("nan"), 30.0, 7.0], "pieces": 2, "state": ["x", "x", "x", "free"]}))
main(pd.DataFrame({"price": [1.5, float("nan")], "pieces": 2, "state": "free"}))
main(pd.DataFrame({"price": [3, 4], "pieces": [2, 3], "state": "free"}))
