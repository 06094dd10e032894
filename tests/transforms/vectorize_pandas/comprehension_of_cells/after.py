import numpy as np
import pandas as pd


def numbers_by_columns(stock):
    """By arrays: a comprehension of worth(). None: they would differ."""
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
        or type(stock.index) not in (pd.Index, pd.RangeIndex)
        or not stock.index.is_unique
        or stock.index.dtype != "int64" and {*map(type, stock.index)} != {str}
    ):
        return None
    price = stock["price"].to_numpy()
    pieces = stock["pieces"].to_numpy()
    if (
        price.dtype == "int64" and np.any((price < -2**26) | (price > 2**26))
        or pieces.dtype == "int64" and np.any((pieces < -2**26) | (pieces > 2**26))
    ):
        return None
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            values = price * pieces
    except FloatingPointError:
        return None
    return [*values]


def worth(stock):
    return numbers_by_columns(stock) or [stock.at[i, "price"] * stock["pieces"][i] for i in stock.index]


def dear(stock):
    return [row["price"] > 1 for _, row in stock.iterrows()]


stock = pd.DataFrame({"price": [1.5, 2.25, 0.5], "pieces": [2, 3, 4]})
for table in (stock, stock.astype("int64"), stock.iloc[:0], stock.iloc[:1], stock.assign(name="x")):
    print(worth(table), dear(table), [type(one).__name__ for one in worth(table) + dear(table)])
