import numpy as np
import pandas as pd


def found_by_columns(orders, found, rate):
    """By arrays: a loop of prices(). False: not done, they would differ."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(orders) is not pd.DataFrame
        or type(orders.columns) is not pd.Index
        or not orders.columns.is_unique
        or {*map(type, orders.columns)} != {str}
        or "price" not in orders.columns
        or orders["price"].dtype not in ("int64", "float64")
        or "pieces" not in orders.columns
        or orders["pieces"].dtype not in ("int64", "float64")
    ):
        return False
    if (
        type(rate) not in (int, float)
        or type(rate) is int and abs(rate) > 2**20
    ):
        return False
    price = orders["price"].to_numpy()
    pieces = orders["pieces"].to_numpy()
    if (
        price.dtype == "int64" and np.any((price < -2**20) | (price > 2**20))
        or pieces.dtype == "int64" and np.any((pieces < -2**20) | (pieces > 2**20))
    ):
        return False
    with np.errstate(over="ignore", invalid="ignore"):
        net = price * pieces
        found_values = net + net * rate
    found.extend(found_values.tolist())
    return True


def prices(orders, rate):
    """What each order costs."""
    found = []
    if not found_by_columns(orders, found, rate):
        for order in orders.itertuples():
            # with tax
            net = order.price * order.pieces
            found.append(net + net * rate)
    return found


def main():
    orders = pd.DataFrame({"price": [1.5, 2.25, float("nan")], "pieces": [2, 3, 4]})
    print(prices(orders, 0.25))
    print(prices(orders, 2))
    print(prices(orders.astype("int64", errors="ignore")[["pieces"]].assign(price=2), 2))
    print(prices(orders.iloc[:0], 0.25))
    print(prices(pd.concat([orders, orders]), 0.25))
    try:
        prices(orders[["price"]], 0.25)
    except AttributeError as error:
        print(error)


main()
