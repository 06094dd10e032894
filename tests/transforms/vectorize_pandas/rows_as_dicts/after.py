import pandas as pd


def rows_of_orders(table):
    """Dicts, for a loop of report(); or rows of iterrows(), where these would differ."""
    labels = ("name", "price", "pieces", "late", "due")
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(table) is not pd.DataFrame
        or type(table.columns) is not pd.Index
        or not table.columns.is_unique
        or {*map(type, table.columns)} != {str}
        or not {*labels} <= {*table.columns}
    ):
        return table.iterrows()
    dtypes = dict(zip(table, map(str, table.dtypes)))
    plain = {"int64", "float64", "bool", "object", "str"}
    read = plain | {"datetime64[ns]", "datetime64[us]"}
    if not {dtypes[label] for label in labels} <= read:
        return table.iterrows()
    kinds = {*dtypes.values()}
    numbers = kinds == {"int64", "float64"}
    row_type = "float64" if numbers else "object"
    if kinds in ({"int64"}, {"float64"}):
        numbers, row_type = True, *kinds
    elif len(dtypes) < 2 or kinds == {"object"}:
        return table.iterrows()
    if table.iloc[:0].to_numpy().dtype != row_type:
        return table.iterrows()
    if not kinds & {"int64", "bool"}:
        texts = [label for label in dtypes if dtypes[label] in {"object", "str"}]
        sure = any({*map(type, table[label].tolist())} == {str} for label in texts)
        dates = [label for label in dtypes if dtypes[label] in read - plain]
        sure = sure and any(not table[label].isna().any() for label in dates)
        items = {
            type(item)
            for label, dtype in dtypes.items()
            if dtype == "object"
            for item in table[label].tolist()
        }
        if not sure and (not kinds <= plain or not items <= {str, float}):
            return table.iterrows()
        if not sure and items and pd.Series([""]).dtype != "object":
            return table.iterrows()
    columns = [table[label] for label in labels]
    if numbers:
        columns = [column.to_numpy(row_type, copy=True) for column in columns]
    else:
        columns = [column.tolist() for column in columns]
    rows = (
        {"name": item_1, "price": item_2, "pieces": item_3, "late": item_4, "due": item_5}
        for item_1, item_2, item_3, item_4, item_5 in zip(*columns)
    )
    return zip(table.index, rows)


def report(orders):
    for number, order in rows_of_orders(orders):
        # One line for each.
        line = f"{number}: {order['name']:>6} {order['price'] * order['pieces']!r}"
        print(line, "late" if order["late"] else order["due"])
    else:
        print(len(orders))


orders = pd.DataFrame(
    {
        "name": ["nut", "bolt", None],
        "price": [1.5, 2.0, float("nan")],
        "pieces": [3, 2**60, 0],
        "late": [True, False, False],
        "due": pd.to_datetime(["2024-01-02", None, "2024-02-29"]),
    },
    index=["a", "a", "b"],
)
try:
    report(orders)
except TypeError as error:
    print(error)
report(orders.iloc[:2])
report(orders.iloc[:0])
orders["pieces"] = pd.array([1, None, 2], dtype="Int64")
report(orders[["name", "price", "pieces", "late", "due"]].iloc[:2])
