import numpy as np
import pandas as pd


def spread(levels):
    print("spread of", len(levels))
    if len(levels) == 1:
        return None if levels.iloc[0] > 5 else 0
    return levels.max() - levels.min()


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


def groups_of_log(table, by, selection, function):
    """What agg() of spreads() gives, read from columns; or None, where groups would differ."""
    labels = ("level",)
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(table) is not pd.DataFrame
        or type(table.columns) is not pd.Index
        or not table.columns.is_unique
        or {*map(type, table.columns)} != {str}
        or not {by, *labels} <= {*table.columns}
        or by in table.index.names
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
    parts = [GroupItems(columns[selection], i, ends[i], ends[i + 1]) for i in range(len(keys))]
    numbers = {int, float, np.int64, np.float64}
    known = numbers | {bool, np.bool_, str, type(None)}
    values = []
    failure = None
    try:
        for part in parts:
            values.append(function(part))
            if type(values[-1]) not in known:
                break
    except Exception as error:
        failure = error
    kinds = {*map(type, values)}
    dtypes = {"int64", "float64", "bool"}
    plain = len(values) == len(parts) and str(table[selection].dtype) in dtypes
    if plain and (kinds <= numbers or kinds <= {bool, np.bool_}):
        series = pd.Series(values, index=keys, name=selection)
        if str(series.dtype) in dtypes:
            return series
    given = iter(values)

    def again(part):
        nonlocal failure
        for value in given:
            return value
        error, failure = failure, None
        if error is not None:
            raise error
        return function(part)

    return groups[selection].agg(again)


def spreads(log):
    values = groups_of_log(log, "station", "level", spread)
    if values is None:
        found = log.groupby("station")["level"].agg(spread).round(2)
    else:
        found = values.round(2)
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
show(spreads(log.assign(level=range(6))))
show(spreads(log.assign(level=range(6, 0, -1), station=[1, None, 2, 1, None, 2])))
print(spreads(log.iloc[:0]))
for other in (log.assign(level=list("abcdef")), log.drop(columns="level"), [1]):
    try:
        show(spreads(other))
    except (AttributeError, KeyError, TypeError) as error:
        print(type(error).__name__, error)
