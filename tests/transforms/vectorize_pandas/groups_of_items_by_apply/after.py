import numpy as np
import pandas as pd
from contextlib import nullcontext

log = pd.DataFrame(
    {
        "station": ["x", "y", None, "x", "z", "y"],
        "level": [1.5, float("nan"), 2.25, 0.1, 0.0, 1.5],
    }
)


class GroupColumn:
    """A column in the order of its groups."""

    def __init__(self, series, begins):
        dtype = str(series.dtype)
        plain = dtype in {"int64", "float64", "bool", "object", "str"}
        self.series = series
        self.items = items = series.to_numpy() if plain else None


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

    def tolist(self):
        if self.column.items is None:
            return self.series().tolist()
        return self.column.items[self.begin : self.end].tolist()


def ends_by_groups(table, by, selection, function):
    """What apply() gives, read from columns; or None, where groups would differ."""
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
    parts = [GroupItems(columns[selection], i, ends[i], ends[i + 1]) for i in range(len(keys))]
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
        return pd.Series(values, index=keys, name=selection)
    given = iter(values)
    return groups[selection].apply(lambda part: next(given))


values = ends_by_groups(log, "station", "level", lambda one: (one.iloc[-1], one.tolist()) if len(one) > 1 else None)
if values is None:
    ends = log.groupby("station", sort=False)["level"].apply(lambda one: (one.iloc[-1], one.tolist()) if len(one) > 1 else None)
else:
    ends = values
print(ends.to_string(), ends.dtype, ends.name, ends.index)
