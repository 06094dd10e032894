import numpy as np
import pandas as pd
import sys


class GroupColumn:
    """A column in the order of its groups."""

    def __init__(self, series, begins):
        dtype = str(series.dtype)
        plain = dtype in {"int64", "float64", "bool", "object", "str"}
        self.series = series
        self.items = items = series.to_numpy() if plain else None
        extremes = dtype in {"int64", "bool"}
        if dtype == "float64" and not series.isna().any():
            zero = (items == 0) & np.signbit(items)
            extremes = not zero.any()
        self.maxima = np.maximum.reduceat(items, begins) if extremes else None
        self.sums = dtype in {"int64", "bool"}
        if dtype == "float64" and not series.isna().any():
            self.sums = series.abs().max() < 1e300 / (len(series) + 1)
        if "bottleneck" in sys.modules:
            self.sums = False
        self.totals = None
        if self.sums and dtype != "float64":
            self.totals = np.add.reduceat(items, begins, dtype="int64")


class GroupItems:
    """Items of a column in a group; pandas says what else there is to say."""

    __slots__ = ("column", "number", "begin", "end")

    def __init__(self, column, number, begin, end):
        self.column = column
        self.number = number
        self.begin = begin
        self.end = end

    def __len__(self):
        return self.end - self.begin

    def series(self):
        return self.column.series.iloc[self.begin : self.end]

    @property
    def iloc(self):
        known = self.column.items is not None
        return self if known else self.series().iloc

    def __getitem__(self, place):
        return self.column.items[self.end - 1 if place else self.begin]

    def max(self):
        known = self.column.maxima
        if known is None:
            return self.series().max()
        return known[self.number]

    def sum(self):
        if self.column.totals is not None:
            return self.column.totals[self.number]
        if not self.column.sums:
            return self.series().sum()
        return self.column.items[self.begin : self.end].sum()


class GroupRows:
    """A group of rows, for what is read of it."""

    def __init__(self, columns, number, begin, end):
        self.columns = columns
        self.number = number
        self.begin = begin
        self.end = end

    def __len__(self):
        return self.end - self.begin

    def __getitem__(self, label):
        column = self.columns[label]
        return GroupItems(column, self.number, self.begin, self.end)


def groups_of_sales(table, by):
    """What is read of groups, for a loop of report(); or those of pandas, where these would differ."""
    labels = ("price", "due", "shop")
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(table) is not pd.DataFrame
        or type(table.columns) is not pd.Index
        or not table.columns.is_unique
        or {*map(type, table.columns)} != {str}
        or not {*by, *labels} <= {*table.columns}
        or not {*by}.isdisjoint(table.index.names)
    ):
        return table.groupby(by)
    for key in by:
        dtype = str(table[key].dtype)
        if dtype == "object" and {*map(type, table[key].dropna().tolist())} <= {str}:
            dtype = "str"
        if dtype not in {"int64", "bool", "str"}:
            return table.groupby(by)
    groups = table.groupby(by)
    numbers = groups.ngroup().fillna(-1).to_numpy("int64")
    keys = groups.size().index
    order = (numbers % 2**16).astype("uint16").argsort(kind="stable")
    if len(keys) >= 2**16:
        high = (numbers[order] // 2**16).astype("uint16")
        order = order[high.argsort(kind="stable")]
    order = order[: (numbers >= 0).sum()]  # missing keys are last
    if len(order) == 0:
        return table.groupby(by)
    ends = numbers[order].searchsorted(range(len(keys) + 1)).tolist()
    columns = {label: GroupColumn(table[label].iloc[order], ends[:-1]) for label in labels}
    first, _ = next(iter(table.iloc[order[:1]].groupby(by)))
    levels = [keys.get_level_values(i) for i in range(len(by))]
    levels = [one if type(next(iter(one))) is type(key) else one.to_numpy() for one, key in zip(levels, first)]
    keys = [*zip(*levels)]
    if [*map(type, keys[0])] != [*map(type, first)]:
        return table.groupby(by)
    return ((key, GroupRows(columns, i, ends[i], ends[i + 1])) for i, key in enumerate(keys))


def report(sales):
    lines = []
    for (shop, late), part in groups_of_sales(sales, ["shop", "late"]):
        lines.append((shop, late, len(part), part["price"].sum(), part["due"].max(), part["shop"].iloc[0]))
    return lines


def table(shops):
    count = len(shops)
    return pd.DataFrame(
        {
            "shop": shops,
            "price": [(0.1 * i - 0.3) ** 3 for i in range(count)],
            "late": [i % 3 == 0 for i in range(count)],
            "due": pd.date_range("2024-02-27", periods=count),
        },
        index=range(count, 0, -1),
    )


sales = table(["b", "a", None, "b", "c", "b", "a", "b", float("nan")])
print(*map(repr, report(sales)), sep="\n")
sales["shop"] = [3, 1, 3, 3, 2, 3, 1, 3, 2]
print(*map(repr, report(sales)), sep="\n")
print(*map(repr, report(sales.assign(late=None, shop=1.5))), sep="\n")
print(report(sales.iloc[:0]), report(sales.iloc[:1]))
for other in (sales.rename_axis("late"), sales.drop(columns="late"), sales.assign(shop=sales["shop"].astype("category"))):
    try:
        print(*map(repr, report(other)), sep="\n")
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)
