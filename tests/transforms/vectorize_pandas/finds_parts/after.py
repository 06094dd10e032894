import pandas as pd
import sys


def index_of_column(column):
    """Where each item stands, and for which keys that tells all; or None."""
    kinds = {str}
    if str(column.dtype) == "int64":
        kinds = {int, column.to_numpy().dtype.type}
    elif str(column.dtype) not in {"object", "str"} or not {*map(type, column.tolist())} <= {str, float, type(None)}:
        return None
    codes, items = pd.factorize(column.to_numpy())
    order = codes.argsort(kind="stable")
    ends = codes[order].searchsorted(range(len(items) + 1)).tolist()
    rows = {item: order[ends[i] : ends[i + 1]] for i, item in enumerate(items.tolist())}
    return kinds, rows, order[:0]


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


class FoundItems:
    """Items of a column in the rows that were found; pandas says what else there is to say."""

    def __init__(self, rows, column, items, sums):
        self.rows = rows
        self.column = column
        self.items = items
        self.sums = sums and len(rows) > 0

    def __len__(self):
        return len(self.rows)

    def series(self):
        return self.column.iloc[self.rows]

    @property
    def iloc(self):
        known = self.items is not None and len(self.rows) > 0
        return self if known else self.series().iloc

    def __getitem__(self, place):
        return self.items[self.rows[place]]

    def sum(self):
        if not self.sums:
            return self.series().sum()
        return self.items[self.rows].sum()


class FoundRows:
    """Rows that were found, for what is read of them."""

    def __init__(self, table, rows, columns):
        self.table = table
        self.rows = rows
        self.columns = columns

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, label):
        if label not in self.columns:
            self.columns[label] = items_of_column(self.table[label])
        return FoundItems(self.rows, *self.columns[label])


def finder_of_rows(table, label):
    """What finds rows for a key, later by an index; or None."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(table) is not pd.DataFrame
        or type(table.columns) is not pd.Index
        or not table.columns.is_unique
        or {*map(type, table.columns)} != {str}
        or label not in table.columns
        or getattr(table.index, "freq", None) is not None
        or hasattr(pd.DataFrame, "shop")
    ):
        return None
    column = table[label]
    count = len(table)
    asked = 0
    index = None

    def find(key):
        nonlocal asked, index
        asked += 1
        if asked == 5:
            index = index_of_column(column)
        if index is None or type(key) not in index[0] or len(globals().get("__warningregistry__", ())) > 1:
            return table[column == key]
        rows = index[1].get(key)
        if rows is None:
            if not (key.isascii() if type(key) is str else -2**63 <= key < 2**63):
                return table[column == key]
            rows = index[2]
        if len(rows) == count:
            return table[column == key]
        return table.iloc[rows]

    return find


def finder_of_rows_2(table, label):
    """What finds rows for a key, later by an index; or None."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(table) is not pd.DataFrame
        or type(table.columns) is not pd.Index
        or not table.columns.is_unique
        or {*map(type, table.columns)} != {str}
        or label not in table.columns
        or getattr(table.index, "freq", None) is not None
    ):
        return None
    column = table[label]
    count = len(table)
    asked = 0
    index = None
    columns = {}

    def find(key):
        nonlocal asked, index
        asked += 1
        if asked == 5:
            index = index_of_column(column)
        if index is None or type(key) not in index[0] or len(globals().get("__warningregistry__", ())) > 1:
            return table.loc[column == key]
        rows = index[1].get(key)
        if rows is None:
            if not (key.isascii() if type(key) is str else -2**63 <= key < 2**63):
                return table.loc[column == key]
            rows = index[2]
        if len(rows) == count:
            return table.loc[column == key]
        return FoundRows(table, rows, columns)

    return find


def report(sales, shops):
    parts = []
    find_in_sales_by_shop = finder_of_rows(sales, "shop")
    find_in_sales_by_kind = finder_of_rows_2(sales, "kind")
    if None in (find_in_sales_by_shop, find_in_sales_by_kind):
        find_in_sales_by_shop = find_in_sales_by_kind = None
    for shop in shops:
        part = (find_in_sales_by_shop(shop) if find_in_sales_by_shop else sales[sales.shop == shop]).copy()
        part["share"] = part["cents"] / part["cents"].sum()
        part["place"] = range(1, len(part) + 1)
        others = find_in_sales_by_kind((part["kind"].iloc[0] if len(part) else "none")) if find_in_sales_by_kind else sales.loc[sales["kind"] == (part["kind"].iloc[0] if len(part) else "none")]
        parts.append(part.assign(others=len(others)))
    return pd.concat(parts, ignore_index=True)


count = 300
sales = pd.DataFrame(
    {
        "shop": [7 * i % 23 for i in range(count)],
        "cents": [i * 997 % 1013 for i in range(count)],
        "kind": [f"k{i % 11}" for i in range(count)],
    }
)
print(report(sales, sorted(sales["shop"].unique())).to_string())
print(report(sales, [1, 2, 3, 4, 5, 6, 7, 99, 2**70, "x", 3.0, True]).to_string())
