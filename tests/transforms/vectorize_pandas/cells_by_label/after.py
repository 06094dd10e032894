import numpy as np
import pandas as pd


def loop_by_columns(stock, most):
    """By arrays: a loop of worth(). None: they would differ."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(stock) is not pd.DataFrame
        or type(stock.columns) is not pd.Index
        or not stock.columns.is_unique
        or {*map(type, stock.columns)} != {str}
        or "price" not in stock.columns
        or stock["price"].dtype not in ("int64", "float64")
        or "pieces" not in stock.columns
        or stock["pieces"].dtype not in ("int64", "float64")
        or type(stock.index) is not pd.RangeIndex
        or stock.index.start or stock.index.step != 1
        or len(stock) == 0
    ):
        return None
    row_type = stock.iloc[:0].to_numpy().dtype
    if row_type not in ("int64", "float64", "object") or stock.iloc[0].dtype not in (row_type, "str"):
        return None
    if row_type != "object" and (stock.dtypes != row_type).any():
        return None
    dtype = None if row_type == "object" else row_type
    if (
        type(most) not in (int, float)
        or type(most) is int and abs(most) > 2**26
    ):
        return None
    price = stock["price"].to_numpy(dtype)
    pieces = stock["pieces"].to_numpy(dtype)
    if (
        price.dtype == "int64" and np.any((price < -2**26) | (price > 2**26))
        or pieces.dtype == "int64" and np.any((pieces < -2**26) | (pieces > 2**26))
    ):
        return None
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            value = price * pieces
            most_values = value
            if most_values.size:
                at = most_values.argmax()
                if most_values[at] != most_values[at]:
                    return None
                if most_values[at].item() > most:
                    most = most_values[at]
    except FloatingPointError:
        return None
    return most


def worth(stock, least):
    found = [stock.at[i, "price"] * stock["pieces"][i] for i in stock.index]
    most = 0.0
    folded = loop_by_columns(stock, most)
    if folded is None:
        for i in range(len(stock)):
            row = stock.loc[i]
            value = stock.at[i, "price"] * row["pieces"]
            if value > most:
                most = value
    else:
        most = folded
    return found, most


stock = pd.DataFrame({"price": [1.5, 2.25, 0.5], "pieces": [2, 3, 4]})
print(worth(stock, 1))
print(worth(stock.astype("float64"), 1))
for labels in (["x", "y", "z"], [2, 1, 0], [1, 1, 2]):
    try:
        print(worth(stock.set_index(pd.Index(labels)), 0.0))
    except (KeyError, TypeError, ValueError) as error:
        print(type(error).__name__)
