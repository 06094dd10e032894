import numpy as np
import pandas as pd
import sys
from contextlib import nullcontext


def spread(readings):
    return readings["level"].max() - readings["level"].min()


def summary(readings):
    return pd.Series({"mean": readings["level"].mean(), "alarms": readings["alarm"].sum(), "n": len(readings)})


def spreads(log):
    found = log.groupby("station").apply(spread).reset_index(name="spread")
    return found


def keyless(log):
    return log.groupby("station", sort=False).apply(lambda part: part["level"].sum() / 2, include_groups=False)


class GroupColumn:
    """A column in the order of its groups."""

    def __init__(self, series, begins):
        dtype = str(series.dtype)
        plain = dtype in {"int64", "float64", "bool", "object", "str"}
        self.series = series
        self.items = items = series.to_numpy() if plain else None
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


def groups_of_log(table, by, function):
    """What apply() of summaries() gives, read from columns; or None, where groups would differ."""
    labels = ("level", "alarm")
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(table) is not pd.DataFrame
        or type(table.columns) is not pd.Index
        or not table.columns.is_unique
        or {*map(type, table.columns)} != {str}
        or not {by, *labels} <= {*table.columns}
        or by in table.index.names
        or "2.2" <= pd.__version__ < "3"
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
    return groups.apply(lambda part: next(given))


def summaries(log):
    values = groups_of_log(log, "station", summary)
    if values is None:
        return (
            log.groupby("station")
            # one row for each
            .apply(summary)
            .round(1)
        )
    return (
        values
        .round(1)
    )


def show(*args):
    for function in (spreads, keyless, summaries):
        try:
            result = function(*args)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            result = type(error)
        print(function.__name__, result)


log = pd.DataFrame(
    {
        "station": [7, 3, 7, 9, 3, 7],
        "level": [1.5, -0.0, 2.25, 0.1, 0.0, 1.5],
        "alarm": [True, False, False, True, True, False],
    }
)
show(log)
show(log.assign(station=list("abacbb")))
show(log.assign(station=None))
show(log.assign(level=list("abcdef")))
show(log.iloc[:0])
show(log.drop(columns="alarm"))
show([1])
