import numpy as np
import operator
import pandas as pd
import sys


def scaled(levels):
    width = levels.std()
    if width == 0 or len(levels) == 1:
        return 0.0
    return (levels.fillna(levels.mean()) - levels.mean()) / width


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
        self.squares = self.sums and dtype in {"int64", "float64"}
        if self.squares and dtype == "float64":
            self.squares = series.abs().max() < 1e150


class GroupNumbers:
    """Operators of a group's items, and of what is made of them."""

    __slots__ = ()
    __array_ufunc__ = None  # numbers of NumPy leave it to these

    def __sub__(self, other):
        return calculated(operator.sub, self, other)

    def __rsub__(self, other):
        return calculated(operator.sub, other, self)

    def __truediv__(self, other):
        return calculated(operator.truediv, self, other)

    def __rtruediv__(self, other):
        return calculated(operator.truediv, other, self)

    def fillna(self, value):
        if type(value) not in {float, int, np.float64, np.int64}:
            return self.series().fillna(value)
        items = self.array()
        if items.dtype == "float64":
            items = np.where(np.isnan(items), value, items)
        return GroupValues(items, self.owner())


class GroupItems(GroupNumbers):
    """Items of a column in a group; pandas says what else there is to say."""

    __slots__ = ("column", "number", "begin", "end")

    def __init__(self, column, number, begin, end):
        self.column = column
        self.number = number
        self.begin = begin
        self.end = end

    def __len__(self):
        return self.end - self.begin

    def array(self):
        return self.column.items[self.begin : self.end]

    def owner(self):
        return self

    def series(self):
        return self.column.series.iloc[self.begin : self.end]

    def mean(self):
        if not self.column.sums:
            return self.series().mean()
        return self.column.items[self.begin : self.end].sum(dtype="float64") / len(self)

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


class GroupValues(GroupNumbers):
    """Numbers made of items of a group."""

    __slots__ = ("items", "group")

    def __init__(self, items, group):
        self.items = items
        self.group = group

    def array(self):
        return self.items

    def owner(self):
        return self.group

    def series(self):
        return pd.Series(self.items, index=self.group.series().index)


def calculated(operation, one, other):
    """What pandas gives for items of a group and a number, or others of the group."""
    mine = [value for value in (one, other) if isinstance(value, GroupNumbers)]
    given = [value.array() if isinstance(value, GroupNumbers) else value for value in (one, other)]
    kinds = {*map(type, given)}
    small = int not in kinds or all(-(2**63) <= value < 2**63 for value in given if type(value) is int)
    if small and kinds <= {np.ndarray, int, float, np.int64, np.float64}:
        with np.errstate(all="ignore"):
            return GroupValues(operation(*given), mine[0].owner())
    return operation(*(value.series() if isinstance(value, GroupNumbers) else value for value in (one, other)))


def scaled_by_groups(table, by, selection, function):
    """What transform() of add_scaled() gives, read from columns; or None, where groups would differ."""
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
    groups = table.groupby(by, sort=False)
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
    if str(table[selection].dtype) not in {"int64", "float64"}:
        return None
    if np.diff(ends).max() >= 10**6:
        return None
    parts = [GroupItems(columns[selection], i, ends[i], ends[i + 1]) for i in range(len(keys))]
    known = {bool, int, float, str, type(None), np.bool_, np.int64, np.float64, GroupValues}
    values = []
    for part in parts:
        values.append(function(part))
        if type(values[-1]) not in known:
            break
    numbers = known - {str, type(None)}
    if len(values) == len(parts) and {*map(type, values)} <= numbers:
        arrays = [
            value.items if type(value) is GroupValues else np.full(len(part), value)
            for part, value in zip(parts, values)
        ]
        dtypes = {str(one.dtype) for one in arrays}
        complete = len(order) == len(table)
        if dtypes <= {"int64", "float64"} or (dtypes == {"bool"} and complete):
            found = np.concatenate(arrays)
            items = np.zeros(len(table), found.dtype) if complete else np.full(len(table), np.nan)
            items[order] = found
            return pd.Series(items, index=table.index, name=selection)
    given = iter(values)

    def again(part):
        for value in given:
            if type(value) is GroupValues:
                return pd.Series(value.items, index=part.index)
            return value
        return function(part)

    return groups[selection].transform(again)


def add_scaled(log):
    values = scaled_by_groups(log, "station", "level", scaled)
    if values is None:
        log["scaled"] = log.groupby("station", sort=False)["level"].transform(scaled)
    else:
        log["scaled"] = values
    return log["scaled"]


def show(series):
    print(series.to_string(), series.dtype, series.name, series.index)


log = pd.DataFrame(
    {
        "station": [7, 3, 7, 9, 3, 7],
        "level": [1.5, -0.0, 2.25, 0.1, 0.0, None],
        "alarm": [True, False, False, True, True, False],
    },
    index=list("abcdbb"),
)
show(add_scaled(log))
show(add_scaled(log.assign(station=["a", None, "a", "b", None, "b"])))
show(add_scaled(log.assign(level=range(6))))
show(add_scaled(log.assign(level=[2**40, 2, 3, 4, 5, 2**60])))
print(add_scaled(log.iloc[:0]))
for other in (log.assign(level=list("abcdef")), log.drop(columns="level"), [1]):
    try:
        show(add_scaled(other))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
