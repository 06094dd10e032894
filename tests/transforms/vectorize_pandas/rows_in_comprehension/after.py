import pandas as pd
from operator import itemgetter


def label(row):
    return f"{row['name']}:{row.price}"


def rows_of_sales(table):
    """Dicts, for a comprehension of labels(); or rows of iterrows(), where these would differ."""
    labels = ("name", "price")
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(table) is not pd.DataFrame
        or type(table.columns) is not pd.Index
        or not table.columns.is_unique
        or {*map(type, table.columns)} != {str}
        or not {*labels} <= {*table.columns}
        or hasattr(pd.Series, "price")
    ):
        return table.iterrows()
    labels += tuple(label for label in ("open",) if label in table.columns)
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
    names = ("price",)
    kind = type("Row", (dict,), {name: property(itemgetter(name)) for name in names})
    columns = [table[label] for label in labels]
    if numbers:
        columns = [column.to_numpy("float64", copy=True) for column in columns]
    else:
        columns = [column.tolist() for column in columns]
    rows = (
        kind(zip(labels, row))
        for row in zip(*columns)
    )
    return zip(table.index, rows)


def labels(sales):
    return {row["name"]: label(row) for _, row in rows_of_sales(sales) if row["price"] > 1 and row.get("open", True)}


sales = pd.DataFrame({"name": ["ada", "bob", "ada"], "price": [1.5, 0.5, 2.25], "pieces": [3, 1, 8]})
print(labels(sales))
print(labels(sales.assign(open=[False, True, False])))
print(labels(sales.assign(name=["a", None, float("nan")])))
print(labels(sales.iloc[:0]))
