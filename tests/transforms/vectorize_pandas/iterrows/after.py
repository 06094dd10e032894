import numpy as np
import pandas as pd


def out_by_columns(orders, out):
    """By arrays: a loop of totals(). False: not done, they would differ."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(orders) is not pd.DataFrame
        or type(orders.columns) is not pd.Index
        or not orders.columns.is_unique
        or {*map(type, orders.columns)} != {str}
        or "state" not in orders.columns
        or orders["state"].dtype not in ("object", "str")
        or "price" not in orders.columns
        or orders["price"].dtype not in ("int64", "float64")
        or "pieces" not in orders.columns
        or orders["pieces"].dtype not in ("int64", "float64")
    ):
        return False
    row_type = orders.iloc[:0].to_numpy().dtype
    if row_type not in ("int64", "float64", "object"):
        return False
    dtype = None if row_type == "object" else row_type
    state = orders["state"].to_numpy(dtype=object)
    price = orders["price"].to_numpy(dtype)
    pieces = orders["pieces"].to_numpy(dtype)
    if (
        not {*map(type, state.tolist())} <= {str, float, type(None)}
        or price.dtype == "int64" and np.any((price < -2**26) | (price > 2**26))
        or pieces.dtype == "int64" and np.any((pieces < -2**26) | (pieces > 2**26))
    ):
        return False
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            mask = state == "open"
            out_values = (price * pieces)[mask]
    except FloatingPointError:
        return False
    out.extend(out_values.tolist() if row_type == "object" else [*out_values])
    return True


def totals(orders):
    out = []
    if not out_by_columns(orders, out):
        for _, row in orders.iterrows():
            if row["state"] == "open":
                out.append(row["price"] * row["pieces"])
    return out


def ratios(frame):
    out = []
    for label, row in frame.iterrows():
        out.append(row["a"] / row["b"])
    return out


orders = pd.DataFrame({"price": [1.5, 2.25, 8.0], "pieces": [2, 3, 4], "state": ["open", None, "open"]})
print(totals(orders), totals(orders.iloc[:0]))
print(ratios(pd.DataFrame({"a": [1, 2], "b": [4.0, 5.0]})))
print(ratios(pd.DataFrame({"a": [1, 2], "b": [4, 5]})))
print(ratios(pd.DataFrame({"a": [1, 2], "b": [4, 5], "c": "x"})))
print(ratios(pd.DataFrame({"a": [1.0, 2.0], "b": [4.0, 0.0], "c": ["x", "y"]}).iloc[:1]))
