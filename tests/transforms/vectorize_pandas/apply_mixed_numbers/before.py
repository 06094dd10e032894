import pandas as pd

BONUS = 0.1


def bonus(row):
    if row["pieces"] == 0:
        return 0
    return row["price"] / row["pieces"] * BONUS


def main(orders):
    orders["bonus"] = orders.apply(bonus, axis="columns")
    print(orders, orders.dtypes, sep="\n")


orders = pd.DataFrame({"price": [1.5, 2.25, 30.0], "pieces": [2, 0, 4], "state": "open"}, index=["x", "x", "y"])
main(orders.copy())
main(orders[orders["pieces"] > 0].copy())
main(orders.iloc[1:2].copy())
main(orders[["price", "pieces"]].copy())
