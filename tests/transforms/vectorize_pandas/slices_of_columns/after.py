import numpy as np
import pandas as pd
import sys


def items_of_column(column):
    """The column, its items, and whether NumPy adds them up as pandas does."""
    dtype = str(column.dtype)
    if dtype not in {"int64", "float64", "bool", "object", "str"}:
        return column, None, False
    sums = dtype == "int64"
    if dtype == "float64" and not column.isna().any():
        sums = column.abs().max() < 1e300 / (len(column) + 1)
    sums = sums and "bottleneck" not in sys.modules
    return column, column.to_numpy(), sums


class SlicedItems:
    """A slice of a column; pandas says what else there is to say."""

    __slots__ = ("column", "start", "stop", "rows", "sums")

    def __init__(self, column, start, stop, items, sums):
        self.column = column
        self.start = start
        self.stop = stop
        self.rows = items[start:stop]
        self.sums = sums and len(self.rows) > 0

    def __len__(self):
        return len(self.rows)

    @property
    def empty(self):
        return len(self.rows) == 0

    def series(self):
        return self.column.iloc[self.start : self.stop]

    @property
    def iloc(self):
        return self if len(self.rows) > 0 else self.series().iloc

    @property
    def values(self):
        return self if len(self.rows) > 0 else self.series().values

    def __getitem__(self, place):
        return self.rows[place]

    def item(self):
        if len(self.rows) != 1:
            return self.series().item()
        return self.rows.item()

    def tolist(self):
        return self.rows.tolist()

    def sum(self):
        if not self.sums:
            return self.series().sum()
        return self.rows.sum()

    def max(self):
        if not self.sums:
            return self.series().max()
        return self.rows.max()

    def min(self):
        if not self.sums:
            return self.series().min()
        return self.rows.min()

    def mean(self):
        if not self.sums:
            return self.series().mean()
        return self.rows.sum(dtype="float64") / len(self.rows)


def slices_of_column(table, label):
    """What gives a slice of the column, later of its array; or None."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(table) is not pd.DataFrame
        or type(table.columns) is not pd.Index
        or not table.columns.is_unique
        or {*map(type, table.columns)} != {str}
        or label not in table.columns
    ):
        return None
    asked = 0
    column = items = sums = None
    kinds = {int, type(None)}

    def part(start, stop):
        nonlocal asked, column, items, sums
        if asked < 5:
            asked += 1
            if asked == 5:
                column, items, sums = items_of_column(table[label])
        if items is None or type(start) not in kinds or type(stop) not in kinds or len(globals().get("__warningregistry__", ())) > 1:
            return table[label].iloc[start:stop]
        return SlicedItems(column, start, stop, items, sums)

    return part


def sum_of_slices(table, label):
    """What gives sum() of a slice of the column, later of its array; or None."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(table) is not pd.DataFrame
        or type(table.columns) is not pd.Index
        or not table.columns.is_unique
        or {*map(type, table.columns)} != {str}
        or label not in table.columns
    ):
        return None
    asked = 0
    items = None
    kinds = {int, type(None)}
    fold = np.add.reduce

    def of_slice(start, stop):
        nonlocal asked, items
        if asked < 5:
            asked += 1
            if asked == 5:
                _, items, sums = items_of_column(table[label])
                items = items if sums else None
        if items is not None and type(start) in kinds and type(stop) in kinds and not len(globals().get("__warningregistry__", ())) > 1:
            part = items[start:stop]
            if len(part) > 0:
                return fold(part)
        return table[label].iloc[start:stop].sum()

    return of_slice


def mean_of_slices(table, label):
    """What gives mean() of a slice of the column, later of its array; or None."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(table) is not pd.DataFrame
        or type(table.columns) is not pd.Index
        or not table.columns.is_unique
        or {*map(type, table.columns)} != {str}
        or label not in table.columns
    ):
        return None
    asked = 0
    items = None
    kinds = {int, type(None)}
    fold = np.add.reduce

    def of_slice(start, stop):
        nonlocal asked, items
        if asked < 5:
            asked += 1
            if asked == 5:
                _, items, sums = items_of_column(table[label])
                items = items if sums else None
        if items is not None and type(start) in kinds and type(stop) in kinds and not len(globals().get("__warningregistry__", ())) > 1:
            part = items[start:stop]
            if len(part) > 0:
                return fold(part, dtype="float64") / len(part)
        return table[label].iloc[start:stop].mean()

    return of_slice


def max_of_slices(table, label):
    """What gives max() of a slice of the column, later of its array; or None."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(table) is not pd.DataFrame
        or type(table.columns) is not pd.Index
        or not table.columns.is_unique
        or {*map(type, table.columns)} != {str}
        or label not in table.columns
    ):
        return None
    asked = 0
    items = None
    kinds = {int, type(None)}
    fold = np.maximum.reduce

    def of_slice(start, stop):
        nonlocal asked, items
        if asked < 5:
            asked += 1
            if asked == 5:
                _, items, sums = items_of_column(table[label])
                items = items if sums else None
        if items is not None and type(start) in kinds and type(stop) in kinds and not len(globals().get("__warningregistry__", ())) > 1:
            part = items[start:stop]
            if len(part) > 0:
                return fold(part)
        return table[label].iloc[start:stop].max()

    return of_slice


def windows(prices, days, places):
    found = []
    slice_of_prices_price = slices_of_column(prices, "price")
    sum_of_prices_pieces = sum_of_slices(prices, "pieces")
    mean_of_prices_pieces = mean_of_slices(prices, "pieces")
    slice_of_prices_name = slices_of_column(prices, "name")
    max_of_prices_open = max_of_slices(prices, "open")
    for i in places:
        window = slice_of_prices_price(max(0, i - days), i + 1) if slice_of_prices_price else prices["price"].iloc[max(0, i - days) : i + 1]
        if len(window) > 1 and not window.empty:
            found.append((window.max(), window.min(), window.sum(), window.mean(), window.iloc[0]))
        found.append((window.tolist(), (sum_of_prices_pieces(None, i) if sum_of_prices_pieces else prices["pieces"].iloc[:i].sum()), (mean_of_prices_pieces(i - 2, None) if mean_of_prices_pieces else prices["pieces"].iloc[i - 2 :].mean())))
        found.append(((slice_of_prices_name(i, i + 1) if slice_of_prices_name else prices["name"].iloc[i : i + 1]).item(), (slice_of_prices_name(i, None) if slice_of_prices_name else prices["name"].iloc[i:]).values[-1], (max_of_prices_open(None, i) if max_of_prices_open else prices["open"].iloc[:i].max())))
    return found


count = 9
prices = pd.DataFrame(
    {
        "price": [(0.1 * i - 0.3) ** 3 for i in range(count)],
        "pieces": [i * i for i in range(count)],
        "name": ["name" * i for i in range(count)],
        "open": [i % 3 == 0 for i in range(count)],
    },
    index=list("abcdefghi"),
)
missing = prices.assign(price=[None, 1.5, float("inf"), -0.0, 0.0, 2.5, 1e300, 2.5, None])
for table in (prices, missing, prices.convert_dtypes(), prices.iloc[:0], prices.drop(columns="open"), 3):
    for places in (range(count), [0, 1, 2, 3, 4, 5, 6.0], [1, 2, 3, 4, -1, True, -3, 8], range(20)):
        try:
            for line in windows(table, 3, places):
                print(repr(line))
        except (KeyError, TypeError, ValueError) as error:
            print(type(error).__name__, error)
