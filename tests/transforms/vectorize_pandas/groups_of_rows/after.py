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
        self.minima = np.minimum.reduceat(items, begins) if extremes else None
        self.sums = dtype in {"int64", "bool"}
        if dtype == "float64" and not series.isna().any():
            self.sums = series.abs().max() < 1e300 / (len(series) + 1)
        if "bottleneck" in sys.modules:
            self.sums = False
        self.squares = self.sums and dtype in {"int64", "float64"}
        if self.squares and dtype == "float64":
            self.squares = series.abs().max() < 1e150
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

    @property
    def empty(self):
        return False

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

    def min(self):
        known = self.column.minima
        if known is None:
            return self.series().min()
        return known[self.number]

    def sum(self):
        if self.column.totals is not None:
            return self.column.totals[self.number]
        if not self.column.sums:
            return self.series().sum()
        return self.column.items[self.begin : self.end].sum()

    def mean(self):
        if not self.column.sums:
            return self.series().mean()
        return self.column.items[self.begin : self.end].sum(dtype="float64") / len(self)

    def tolist(self):
        if self.column.items is None:
            return self.series().tolist()
        return self.column.items[self.begin : self.end].tolist()

    def __iter__(self):
        if self.column.items is None:
            return iter(self.series())
        return iter(self.tolist())

    def squares(self, ddof):
        if len(self) <= ddof:
            return np.float64("nan")
        items = self.column.items[self.begin : self.end].astype("float64")
        rest = items.sum() / len(self) - items
        return (rest**2).sum() / (len(self) - ddof)

    def std(self, ddof=1):
        if not self.column.squares:
            return self.series().std(ddof=ddof)
        return np.sqrt(self.squares(ddof))

    def count(self):
        return self.series().count()


class GroupRows:
    """A group of rows, for what is read of it."""

    def __init__(self, columns, number, begin, end):
        self.columns = columns
        self.number = number
        self.begin = begin
        self.end = end

    def __len__(self):
        return self.end - self.begin

    @property
    def empty(self):
        return False

    @property
    def shape(self):
        return (len(self),)

    def __getitem__(self, label):
        column = self.columns[label]
        return GroupItems(column, self.number, self.begin, self.end)


def groups_of_sales(table, by):
    """What is read of groups, for a loop of report(); or those of pandas, where these would differ."""
    labels = ("price", "pieces", "late", "note", "due")
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(table) is not pd.DataFrame
        or type(table.columns) is not pd.Index
        or not table.columns.is_unique
        or {*map(type, table.columns)} != {str}
        or not {by, *labels} <= {*table.columns}
        or by in table.index.names
    ):
        return table.groupby(by)
    dtype = str(table[by].dtype)
    if dtype == "object" and {*map(type, table[by].dropna().tolist())} <= {str}:
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
    return ((key, GroupRows(columns, i, ends[i], ends[i + 1])) for i, key in enumerate(keys))


def report(sales):
    lines = []
    for shop, part in groups_of_sales(sales, "shop"):
        if len(part) > 2 and not part.empty:
            lines.append((shop, part.shape[0], part["price"].sum(), part["price"].mean(), part["price"].std()))
        lines.append((shop, part["price"].max(), part["pieces"].min(), part["late"].sum(), part["note"].iloc[0]))
        lines.append((part["price"].iloc[-1], part["due"].max(), part["pieces"].tolist(), part["pieces"].mean()))
        lines.append([note for note in part["note"]] + [len(part["late"]), part["late"].max(), part["late"].mean()])
        lines.append((part["price"].count(), part["due"].iloc[0], sorted(part["pieces"])))
    return lines


def table(shops):
    count = len(shops)
    return pd.DataFrame(
        {
            "shop": shops,
            "price": [(0.1 * i - 0.3) ** 3 for i in range(count)],
            "pieces": [2**62 - i for i in range(count)],
            "late": [i % 3 == 0 for i in range(count)],
            "note": [None if i == 2 else "note" * i for i in range(count)],
            "due": pd.date_range("2024-02-27", periods=count),
        },
        index=range(count, 0, -1),
    )


sales = table(["b", "a", None, "b", "c", "b", "a", "b", float("nan")])
for line in report(sales):
    print(repr(line))
sales["shop"] = [3, 1, 3, 3, 2, 3, 1, 3, 2]
sales["price"] = [0.0, -0.0, float("nan"), 1e300, -0.0, 0.0, 0.0, float("inf"), -1.0]
sales["pieces"] = sales["pieces"].astype("Int64")
print(*map(repr, report(sales)), sep="\n")
sales["shop"] = sales["shop"] % 2 == 0
print(*map(repr, report(sales)), sep="\n")
sales["shop"] = sales["shop"].astype("category")
print(*map(repr, report(sales.rename_axis("place"))), sep="\n")
print(report(sales.iloc[:0]))
try:
    report(sales.rename_axis("shop"))
except ValueError as error:
    print(error)
try:
    report(sales.drop(columns="due"))
except KeyError as error:
    print("no", error)
