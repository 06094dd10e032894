import numpy as np
import pandas as pd


def rows_by_columns(sales, rows):
    """By arrays: a loop of bills(). False: not done, they would differ."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(sales) is not pd.DataFrame
        or type(sales.columns) is not pd.Index
        or not sales.columns.is_unique
        or {*map(type, sales.columns)} != {str}
        or "price" not in sales.columns
        or sales["price"].dtype not in ("int64", "float64")
        or "pieces" not in sales.columns
        or sales["pieces"].dtype not in ("int64", "float64")
        or "shop" not in sales.columns
        or sales["shop"].dtype not in ("int64", "float64", "object", "str")
    ):
        return False
    row_type = sales.iloc[:0].to_numpy().dtype
    if row_type not in ("int64", "float64", "object"):
        return False
    dtype = None if row_type == "object" else row_type
    price = sales["price"].to_numpy(dtype)
    pieces = sales["pieces"].to_numpy(dtype)
    shop = sales["shop"].to_numpy(dtype)
    if (
        price.dtype == "int64" and np.any((price < -2**26) | (price > 2**26))
        or pieces.dtype == "int64" and np.any((pieces < -2**26) | (pieces > 2**26))
        or shop.dtype == "object" and {*map(type, shop.tolist())} != {str}
    ):
        return False
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            cost = price * pieces
            mask = cost > 2
            rows_values = shop[mask]
            rows_values_2 = cost[mask]
            mask_2 = cost > 5
            rows_values_3 = (np.where(mask_2, "big", "small"))[mask]
    except FloatingPointError:
        return False
    rows.extend(zip(rows_values.tolist() if row_type == "object" else [*rows_values], rows_values_2.tolist() if row_type == "object" else [*rows_values_2], rows_values_3.tolist()))
    return True


def bills(sales):
    rows = []
    if not rows_by_columns(sales, rows):
        for _, sale in sales.iterrows():
            shop = sale["shop"]
            cost = sale["price"] * sale["pieces"]
            if cost > 2:
                rows.append((shop, cost, "big" if cost > 5 else "small"))
    return rows


sales = pd.DataFrame(
    {
        "shop": ["ada", "bob", "ada", "ŝ", ""],
        "price": [1.5, 2.5, 0.5, 4.0, 1.0],
        "pieces": [3, 1, 8, 0, 9],
    }
)
print(pd.DataFrame(bills(sales), columns=["shop", "cost", "size"]).to_string())
print(bills(sales.assign(shop=range(5))))
print(bills(sales.assign(shop=["a", None, "b", float("nan"), 1])))
print(bills(sales.iloc[:0]))
