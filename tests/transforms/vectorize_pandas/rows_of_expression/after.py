import pandas as pd


def rows_of_table(table):
    """Dicts, for a loop of Report.write(); or rows of iterrows(), where these would differ."""
    labels = ("pieces", "price")
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
    if len(dtypes) < 2 or kinds == {"object"}:
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
        columns = [column.to_numpy("float64", copy=True) for column in columns]
    else:
        columns = [column.tolist() for column in columns]
    rows = (
        {"pieces": item_1, "price": item_2}
        for item_1, item_2 in zip(*columns)
    )
    return zip(table.index, rows)


class Report:
    def __init__(self, orders):
        self.orders = orders

    def chosen(self, limit):
        print("asked once")
        return self.orders[self.orders["pieces"] < limit]

    def write(self, limit):
        spent = {}
        for label, order in rows_of_table(self.chosen(
            limit
        )):
            spent.setdefault(order["pieces"], []).append(order["price"])
            print(label, type(order["pieces"]).__name__, order["price"] / 3)
        return spent


print(Report(pd.DataFrame({"price": [1.5, 2.0, 0.1], "pieces": [2, 2**53 + 1, 9]})).write(10))
print(Report(pd.DataFrame({"price": [1, 2, 7], "pieces": [2, 1, 20]})).write(10))
