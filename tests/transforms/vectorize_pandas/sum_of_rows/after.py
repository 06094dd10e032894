import numpy as np
import pandas as pd


def loop_by_columns(orders, total, costly, most):
    """By arrays: a loop of summary(). None: they would differ."""
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
        or "state" not in orders.columns
        or orders["state"].dtype not in ("object", "str")
    ):
        return None
    if (
        type(total) not in (int, float)
        or type(total) is int and abs(total) > 2**20
        or type(costly) is not int
        or type(most) not in (int, float)
        or type(most) is int and abs(most) > 2**20
        or len(orders) > 2**20
    ):
        return None
    price = orders["price"].to_numpy()
    pieces = orders["pieces"].to_numpy()
    state = orders["state"].to_numpy(dtype=object)
    if (
        price.dtype == "int64" and np.any((price < -2**20) | (price > 2**20))
        or pieces.dtype == "int64" and np.any((pieces < -2**20) | (pieces > 2**20))
        or not {*map(type, state.tolist())} <= {str, float, type(None)}
    ):
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        value = price * pieces
        total_values = value
        total_sum = total
        for start in range(0, len(total_values), 2**16):
            total_sum = (
                np.add.accumulate(np.append(total_sum, total_values[start:start
                + 2**16]))[-1]
            )
        if total_values.size:
            total = total_sum.item()
        mask = state == "open"
        mask_2 = mask & (value > 3)
        costly = costly + int(np.count_nonzero(mask_2))
        most_values = value
        if most_values.size:
            at = most_values.argmax()
            if most_values[at] != most_values[at]:
                return None
            if most_values[at].item() > most:
                most = most_values[at].item()
    return total, costly, most


def summary(orders):
    total = 0
    costly = 0
    most = float("-inf")
    folded = loop_by_columns(orders, total, costly, most)
    if folded is None:
        for order in orders.itertuples(index=False):
            value = order.price * order.pieces
            total += value
            if order.state == "open" and value > 3:
                costly += 1
            if value > most:
                most = value
    else:
        total, costly, most = folded
    return total, costly, most


orders = pd.DataFrame({"price": [1.5, 2.25, 0.1], "pieces": [2, 3, 4], "state": ["open", "open", float("nan")]})
print(summary(orders), summary(orders.iloc[:0]))
print(summary(orders.assign(price=[3, 4, 5])))
