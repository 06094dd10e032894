import numpy as np
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


def band_by_columns(orders):
    """By arrays: apply() of main(). None: they would differ."""
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
    pieces = orders["pieces"].to_numpy(dtype)
    state = orders["state"].to_numpy(dtype=object)
    if (
        price.dtype == "int64" and np.any((price < -2**26) | (price > 2**26))
        or pieces.dtype == "int64" and np.any((pieces < -2**26) | (pieces > 2**26))
        or not {*map(type, state.tolist())} <= {str, float, type(None)}
    ):
        return None
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            value_1 = price * pieces
            mask = state != "open"
            mask_2 = value_1 > 10
            divisor = (
                np.where(np.logical_not(mask)
                & np.logical_not(mask_2), pieces, 1)
            )
            if np.any(np.logical_not(mask) & np.logical_not(mask_2) & (divisor == 0)):
                return None
            mask_3 = value_1 / divisor > 2
            values = np.where(mask, "closed", np.where(mask_2, "large", np.where(mask_3, "dear", "small")))
    except FloatingPointError:
        return None
    return pd.Series(values.tolist(), index=orders.index)


def main(orders):
    values = band_by_columns(orders)
    if values is None:
        orders["band"] = orders.apply(band, axis=1)
    else:
        orders["band"] = values
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
