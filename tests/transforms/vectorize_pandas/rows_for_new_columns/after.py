import numpy as np
import pandas as pd


def taxes_by_columns(orders, taxes):
    """By arrays: a loop of main(). False: not done, they would differ."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(orders) is not pd.DataFrame
        or type(orders.columns) is not pd.Index
        or not orders.columns.is_unique
        or {*map(type, orders.columns)} != {str}
        or "price" not in orders.columns
        or orders["price"].dtype not in ("int64", "float64")
        or "quantity" not in orders.columns
        or orders["quantity"].dtype not in ("int64", "float64")
        or "country" not in orders.columns
        or orders["country"].dtype not in ("object", "str")
        or len(orders) == 0
    ):
        return False
    row_type = orders.iloc[:0].to_numpy().dtype
    if row_type not in ("int64", "float64", "object") or orders.iloc[0].dtype not in (row_type, "str"):
        return False
    dtype = None if row_type == "object" else row_type
    price = orders["price"].to_numpy(dtype)
    quantity = orders["quantity"].to_numpy(dtype)
    country = orders["country"].to_numpy(dtype=object)
    if (
        price.dtype == "int64" and np.any((price < -2**26) | (price > 2**26))
        or quantity.dtype == "int64" and np.any((quantity < -2**26) | (quantity > 2**26))
        or not {*map(type, country.tolist())} <= {str, float, type(None)}
    ):
        return False
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            net = price * quantity
            mask = country == "DE"
            taxes_1 = net * 0.19
            others = np.logical_not(mask)
            taxes_1_2 = 0.0
            if np.asarray(taxes_1_2).dtype != np.asarray(taxes_1).dtype:
                return False
            taxes_1 = np.where(others, taxes_1_2, taxes_1)
            taxes_values = taxes_1
    except FloatingPointError:
        return False
    taxes.extend(taxes_values.tolist())
    return True


def main():
    rng = np.random.default_rng(1)
    orders = pd.DataFrame({
        "price": rng.uniform(1, 100, 3000).round(2),
        "quantity": rng.integers(1, 9, 3000),
        "country": rng.choice(["DE", "FR", "PL"], 3000),
    })
    taxes = []
    if not taxes_by_columns(orders, taxes):
        for i in range(len(orders)):
            row = orders.iloc[i]
            net = row["price"] * row["quantity"]
            if row["country"] == "DE":
                taxes.append(net * 0.19)
            else:
                taxes.append(0.0)
    orders["tax"] = taxes
    print(orders["tax"].sum())


main()
