import pandas as pd
from operator import itemgetter


def city(shop):
    return shop.place.split(",")[0]


def line(label, shop, width=8):
    def padded():
        return city(shop).ljust(width)

    return f"{label} {padded()} {shop['turnover']:>10.2f}"


def rows_of_shops(table):
    """Dicts, for a loop of report(); or rows of iterrows(), where these would differ."""
    labels = ("place", "turnover")
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(table) is not pd.DataFrame
        or type(table.columns) is not pd.Index
        or not table.columns.is_unique
        or {*map(type, table.columns)} != {str}
        or not {*labels} <= {*table.columns}
        or hasattr(pd.Series, "place")
        or hasattr(pd.Series, "turnover")
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
    names = ("place", "turnover")
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


def report(shops):
    totals = {}
    for label, shop in rows_of_shops(shops):
        totals[city(shop)] = totals.get(city(shop), 0.0) + shop.turnover
        print(line(label, shop), shop.get("open", "?"))
    print(totals)


shops = pd.DataFrame(
    {"place": ["Bonn, D", "Rome, I", "Bonn, D"], "turnover": [0.1, 0.7, 0.2], "staff": [1, 2, 3]}
)
report(shops)
report(shops.assign(open=[True, False, None]))
report(shops.set_index("place", drop=False))
try:
    report(shops.drop(columns="turnover"))
except AttributeError as error:
    print(error)


@pd.api.extensions.register_series_accessor("place")
class Place:
    def __init__(self, series):
        self.series = series

    def split(self, mark):
        return ["accessor " + self.series["place"]]


report(shops)
