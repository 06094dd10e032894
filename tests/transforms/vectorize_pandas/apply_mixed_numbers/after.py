import numpy as np
import pandas as pd

BONUS = 0.1


def bonus(row):
    if row["pieces"] == 0:
        return 0
    return row["price"] / row["pieces"] * BONUS


def bonus_by_columns(orders, BONUS):
    """By arrays: apply() of main(). None: they would differ."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(orders) is not pd.DataFrame
        or type(orders.columns) is not pd.Index
        or not orders.columns.is_unique
        or {*map(type, orders.columns)} != {str}
        or "pieces" not in orders.columns
        or orders["pieces"].dtype not in ("int64", "float64")
        or "price" not in orders.columns
        or orders["price"].dtype not in ("int64", "float64")
        or len(orders) == 0
        or orders.attrs
        or not orders.flags.allows_duplicate_labels
    ):
        return None
    row_type = orders.iloc[:0].to_numpy().dtype
    if row_type not in ("int64", "float64", "object") or orders.iloc[0].dtype not in (row_type, "str"):
        return None
    dtype = None if row_type == "object" else row_type
    if (
        type(BONUS) not in (int, float)
        or type(BONUS) is int and abs(BONUS) > 2**52
    ):
        return None
    pieces = orders["pieces"].to_numpy(dtype)
    price = orders["price"].to_numpy(dtype)
    if (
        pieces.dtype == "int64" and np.any((pieces < -2**52) | (pieces > 2**52))
        or price.dtype == "int64" and np.any((price < -2**52) | (price > 2**52))
    ):
        return None
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            mask = pieces == 0
            divisor = np.where(np.logical_not(mask), pieces, 1)
            if np.any(np.logical_not(mask) & (divisor == 0)):
                return None
            yes = 0
            no = price / divisor * BONUS
            both = np.any(mask) and np.any(np.logical_not(mask))
            if not both and np.asarray(yes).dtype != np.asarray(no).dtype:
                return None
            values = np.where(mask, yes, no)
    except FloatingPointError:
        return None
    return pd.Series(np.array(values), index=orders.index)


def main(orders):
    values = bonus_by_columns(orders, BONUS)
    if values is None:
        orders["bonus"] = orders.apply(bonus, axis="columns")
    else:
        orders["bonus"] = values
    print(orders, orders.dtypes, sep="\n")


orders = pd.DataFrame({"price": [1.5, 2.25, 30.0], "pieces": [2, 0, 4], "state": "open"}, index=["x", "x", "y"])
main(orders.copy())
main(orders[orders["pieces"] > 0].copy())
main(orders.iloc[1:2].copy())
main(orders[["price", "pieces"]].copy())
