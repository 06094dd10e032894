import numpy as np
import pandas as pd


def total_by_columns(orders):
    """By arrays: a loop of price_all(). False: not done, they would differ."""
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
        or "total" not in orders.columns
        or orders["total"].dtype not in ("int64", "float64")
        or type(orders.index) not in (pd.Index, pd.RangeIndex)
        or not orders.index.is_unique
        or orders.index.dtype != "int64" and {*map(type, orders.index)} != {str}
        or len(orders) < 2
        or getattr(orders, "_is_copy", None) is not None
    ):
        return False
    row_type = orders.iloc[:0].to_numpy().dtype
    if row_type not in ("int64", "float64", "object"):
        return False
    dtype = None if row_type == "object" else row_type
    price = orders["price"].to_numpy(dtype)
    pieces = orders["pieces"].to_numpy(dtype)
    if (
        price.dtype == "int64" and np.any((price < -2**26) | (price > 2**26))
        or pieces.dtype == "int64" and np.any((pieces < -2**26) | (pieces > 2**26))
    ):
        return False
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            net = price * pieces
            mask = pieces >= 10
            net_2 = net * 0.95
            if np.asarray(net_2).dtype != np.asarray(net).dtype:
                return False
            net = np.where(mask, net_2, net)
            total_values = net
            if total_values.dtype != orders["total"].dtype and (orders["total"].dtype == "int64" or np.any(np.abs(total_values) > 2**53)):
                return False
    except FloatingPointError:
        return False
    for label in ("total",):
        if label in orders.columns:
            place = orders.columns.get_loc(label)
            try:
                orders.iat[0, place] = orders.iat[0, place]
            except ValueError:
                return False
    place_2 = orders.columns.get_loc("total")
    orders.iat[0, place_2] = total_values[0]
    orders.iloc[1:, place_2] = total_values[1:]
    return True


def price_all(orders):
    orders["total"] = 0.0
    if not total_by_columns(orders):
        for i, order in orders.iterrows():
            net = order["price"] * order["pieces"]
            if order["pieces"] >= 10:
                net = net * 0.95
            orders.at[i, "total"] = net


def tax_all(orders, rate):
    for order in orders.itertuples():
        orders.loc[order.Index, "tax"] = order.total * rate
        orders.loc[order.Index, "total"] += order.total * rate


def main():
    orders = pd.DataFrame({"price": [1.5, 2.25, float("nan")], "pieces": [2, 30, 4]})
    price_all(orders)
    totals = orders["total"]
    tax_all(orders, 0.25)
    print(orders, orders.dtypes, totals.tolist())
    twice = pd.concat([orders, orders])
    tax_all(twice, 0.25)
    print(twice)
    part = orders[orders["pieces"] > 3].copy()
    price_all(part)
    print(part)


main()
