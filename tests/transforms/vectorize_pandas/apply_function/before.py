import pandas as pd

BONUS = 0.1


def band(row):
    """What the order counts as."""
    value = row["price"] * row["pieces"]
    if row["state"] != "open":
        return "closed"
    elif value > 10:
        return "large"
    if value / row["pieces"] > 2:
        return "dear"
    return "small"


def bonus(row):
    if row["pieces"] == 0:
        return 0
    return row["price"] / row["pieces"] * BONUS


def main(orders):
    orders["band"] = orders.apply(band, axis=1)
    orders["bonus"] = orders.apply(bonus, axis="columns")
    print(orders, orders.dtypes, sep="\n")


orders = pd.DataFrame(
    {"price": [1.5, 2.25, 30.0, 9.0], "pieces": [2, 0, 4, 3], "state": ["open", None, "open", "open"]},
    index=["x", "x", "y", "z"],
)
try:
    main(orders)
except ZeroDivisionError as error:
    print(error)
main(orders[orders["pieces"] > 0].copy())
main(orders.iloc[:1].copy())
main(orders.iloc[[2]].assign(pieces=[7.0]))
