import numpy as np
import pandas as pd


def worth(stock):
    return [stock.at[i, "price"] * stock["pieces"][i] for i in stock.index]


def numbers_by_columns(stock):
    """By arrays: a comprehension of dear(). None: they would differ."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(stock) is not pd.DataFrame
        or type(stock.columns) is not pd.Index
        or not stock.columns.is_unique
        or {*map(type, stock.columns)} != {str}
        or "price" not in stock.columns
        or stock["price"].dtype not in ("int64", "float64")
    ):
        return None
    row_type = stock.iloc[:0].to_numpy().dtype
    if row_type not in ("int64", "float64", "object"):
        return None
    dtype = None if row_type == "object" else row_type
    price = stock["price"].to_numpy(dtype)
    if price.dtype == "int64" and np.any((price < -2**52) | (price > 2**52)):
        return None
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            values = price > 1
    except FloatingPointError:
        return None
    return values.tolist() if row_type == "object" else [*values]


def dear(stock):
    return numbers_by_columns(stock) or [row["price"] > 1 for _, row in stock.iterrows()]


stock = pd.DataFrame({"price": [1.5, 2.25, 0.5], "pieces": [2, 3, 4]})
for table in (stock, stock.astype("int64"), stock.iloc[:0], stock.iloc[:1], stock.assign(name="x")):
    print(worth(table), dear(table), [type(one).__name__ for one in worth(table) + dear(table)])
