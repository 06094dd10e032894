import math
import numpy as np

import pandas as pd


def fee(price, pieces, state):
    if pd.isna(price) or state == "free":
        return 0
    return larger(price * pieces, 2.5)


def larger(a, b):
    a = a + math.fabs(b)
    return a if a > b else b


def fee_by_columns(orders):
    """By arrays: apply() of main(). None: they would differ."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(orders) is not pd.DataFrame
        or type(orders.columns) is not pd.Index
        or not orders.columns.is_unique
        or {*map(type, orders.columns)} != {str}
        or "price" not in orders.columns
        or orders["price"].dtype not in ("int64", "float64")
        or "state" not in orders.columns
        or orders["state"].dtype not in ("object", "str")
        or "pieces" not in orders.columns
        or orders["pieces"].dtype not in ("int64", "float64")
        or len(orders) == 0
        or orders.attrs
        or not orders.flags.allows_duplicate_labels
    ):
        return None
    row_type = orders.iloc[:0].to_numpy().dtype
    if row_type not in ("int64", "float64", "object") or orders.iloc[0].dtype not in (row_type, "str"):
        return None
    dtype = None if row_type == "object" else row_type
    price = orders["price"].to_numpy(dtype)
    state = orders["state"].to_numpy(dtype=object)
    pieces = orders["pieces"].to_numpy(dtype)
    if (
        price.dtype == "int64" and np.any((price < -2**26) | (price > 2**26))
        or not {*map(type, state.tolist())} <= {str, float, type(None)}
        or pieces.dtype == "int64" and np.any((pieces < -2**26) | (pieces > 2**26))
    ):
        return None
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            mask = pd.isna(price)
            mask_2 = np.logical_not(mask | (state == "free"))
            a_1 = price * pieces
            mask_3 = pd.isna(price)
            mask_4 = np.logical_not(mask_3 | (state == "free"))
            a_2 = a_1 + np.fabs(2.5)
            mask_5 = pd.isna(price)
            mask_6 = mask_5 | (state == "free")
            mask_7 = a_2 > 2.5
            yes = 0
            no = np.where(mask_7, a_2, 2.5)
            both = np.any(mask_6) and np.any(np.logical_not(mask_6))
            if not both and np.asarray(yes).dtype != np.asarray(no).dtype:
                return None
            values = np.where(mask_6, yes, no)
    except FloatingPointError:
        return None
    return pd.Series(np.array(values), index=orders.index)


def main(orders):
    values = fee_by_columns(orders)
    if values is None:
        orders["fee"] = orders.apply(lambda row: fee(row["price"], row["pieces"], row["state"]), axis=1)
    else:
        orders["fee"] = values
    print(orders, orders.dtypes, sep="\n")


main(pd.DataFrame({"price": [1.5, float("nan"), 30.0, 7.0], "pieces": 2, "state": ["x", "x", "x", "free"]}))
main(pd.DataFrame({"price": [1.5, float("nan")], "pieces": 2, "state": "free"}))
main(pd.DataFrame({"price": [3, 4], "pieces": [2, 3], "state": "free"}))
