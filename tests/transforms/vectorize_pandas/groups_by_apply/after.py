import numpy as np
import pandas as pd
from contextlib import nullcontext


def spread(readings):
    print("spread of", len(readings))
    return readings["level"].max() - readings["level"].min()


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


def found_by_groups(table, by, selection, function):
    """What apply() of spreads() gives, read from columns; or None, where groups would differ."""
    labels = ("level",)
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(table) is not pd.DataFrame
        or type(table.columns) is not pd.Index
        or not table.columns.is_unique
        or {*map(type, table.columns)} != {str}
        or not {by, *labels} <= {*table.columns}
        or by in table.index.names
        or not {*selection} <= {*table.columns}
        or table.attrs
        or not table.flags.allows_duplicate_labels
    ):
        return None
    dtype = str(table[by].dtype)
    if dtype == "object" and {*map(type, table[by].dropna().tolist())} <= {str}:
        dtype = "str"
    if dtype not in {"int64", "bool", "str"}:
        return None
    groups = table.groupby(by)
    numbers = groups.ngroup().fillna(-1).to_numpy("int64")
    keys = groups.size().index
    order = (numbers % 2**16).astype("uint16").argsort(kind="stable")
    if len(keys) >= 2**16:
        high = (numbers[order] // 2**16).astype("uint16")
        order = order[high.argsort(kind="stable")]
    order = order[: (numbers >= 0).sum()]  # missing keys are last
    if len(order) == 0:
        return None
    ends = numbers[order].searchsorted(range(len(keys) + 1)).tolist()
    columns = {label: GroupColumn(table[label].iloc[order], ends[:-1]) for label in labels}
    parts = [GroupRows(columns, i, ends[i], ends[i + 1]) for i in range(len(keys))]
    option = "mode.chained_assignment"
    old = pd.__version__ < "3"
    with pd.option_context(option, None) if old else nullcontext():
        try:
            values = [function(part) for part in parts]
        except TypeError:
            if not old:
                raise
            values = [function(part) for part in parts]
    numbers = {np.float64, np.int64, np.bool_}
    if {*map(type, values)} <= numbers | {bool, int, float, str}:
        return pd.Series(values, index=keys)
    given = iter(values)
    return groups[selection].apply(lambda part: next(given))


def spreads(log):
    values = found_by_groups(log, "station", ["level", "alarm"], spread)
    if values is None:
        found = log.groupby("station")[["level", "alarm"]].apply(spread)
    else:
        found = values
    return found


def show(series):
    print(series.to_string(), series.dtype, series.name, series.index)


log = pd.DataFrame(
    {
        "station": [7, 3, 7, 9, 3, 7],
        "level": [1.5, -0.0, 2.25, 0.1, 0.0, 1.5],
        "alarm": [True, False, False, True, True, False],
    }
)
show(spreads(log))
show(spreads(log.assign(station=list("abacbb"))))
show(spreads(log.assign(level=pd.to_datetime(["2024-01-01", None] * 3))))
print(spreads(log.iloc[:0]))
for other in (log.assign(level=list("abcdef")), log.drop(columns="alarm"), [1]):
    try:
        show(spreads(other))
    except (AttributeError, KeyError, TypeError) as error:
        print(type(error).__name__, error)
