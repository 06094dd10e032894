import numpy as np
import pandas as pd
import sys


def spread(part, places=2):
    return round(part["level"].max() - part["level"].min(), places)


def mean(part):
    if part["level"].count() == 0:
        return None
    return part["level"].sum() / len(part)


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

    def count(self):
        return self.series().count()

    def nunique(self):
        return self.series().nunique()


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


def groups_of_log(table, by):
    """What is read of groups, for a loop of report(); or those of pandas, where these would differ."""
    labels = ("level",)
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


def report(stations):
    for name, part in groups_of_log(stations.log, "station"):
        # What one station says.
        print(name, repr(spread(part)), repr(mean(part)), part["level"].nunique())
    else:
        print(part["level"].iloc[0])


class Stations:
    def __init__(self, log):
        self.log = log


log = pd.DataFrame({"station": list("xyxzyx"), "level": [0.25, None, 8.5, 1e-300, 2.5, 0.75]})
report(Stations(log))
report(Stations(log.dropna().astype({"level": "float32"})))
try:
    report(Stations([1]))
except AttributeError as error:
    print(error)
