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

    @property
    def empty(self):
        return len(self.rows) == 0

    def series(self):
        return self.column.iloc[self.rows]

    @property
    def iloc(self):
        known = self.items is not None and len(self.rows) > 0
        return self if known else self.series().iloc

    @property
    def values(self):
        known = self.items is not None and len(self.rows) > 0
        return self if known else self.series().values

    def __getitem__(self, place):
        return self.items[self.rows[place]]

    def sum(self):
        if not self.sums:
            return self.series().sum()
        return self.items[self.rows].sum()

    def max(self):
        if not self.sums:
            return self.series().max()
        return self.items[self.rows].max()

    def mean(self):
        if not self.sums:
            return self.series().mean()
        return self.items[self.rows].sum(dtype="float64") / len(self.rows)


class FoundRows:
    """Rows that were found, for what is read of them."""

    def __init__(self, table, rows, columns):
        self.table = table
        self.rows = rows
        self.columns = columns

    def __len__(self):
        return len(self.rows)

    @property
    def empty(self):
        return len(self.rows) == 0

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
            return table[column == key]
        rows = index[1].get(key)
        if rows is None:
            if not (key.isascii() if type(key) is str else -2**63 <= key < 2**63):
                return table[column == key]
            rows = index[2]
        if len(rows) == count:
            return table[column == key]
        return FoundRows(table, rows, columns)

    return find


def summary(orders):
    rows = []
    find_in_orders_by_customer = finder_of_rows(orders, "customer")
    for customer in orders["customer"].unique():
        mine = find_in_orders_by_customer(customer) if find_in_orders_by_customer else orders[orders["customer"] == customer]
        if mine.empty:
            continue
        rows.append(
            {
                "customer": customer,
                "orders": len(mine),
                "cents": mine["cents"].sum(),
                "most": mine["pieces"].max(),
                "mean": mine["weight"].mean(),
                "first": mine["note"].iloc[0],
                "last": mine["weight"].values[-1],
            }
        )
    return pd.DataFrame(rows)


def read_orders(count):
    return pd.DataFrame(
        {
            "customer": [f"c{7 * i % 23}" for i in range(count)],
            "pieces": [i * i % 31 for i in range(count)],
            "cents": [i * 997 % 1013 for i in range(count)],
            "weight": [i / 7 for i in range(count)],
            "note": [None if i % 5 == 0 else f"n{i}" for i in range(count)],
        }
    )


orders = read_orders(400)
print(summary(orders).to_string())
print(summary(orders[:9]).to_dict("list"))
print(len(summary(orders[:0])))
orders["customer"] = "all"
print(summary(orders).to_dict("list"))
