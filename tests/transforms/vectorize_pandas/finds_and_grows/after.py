import numpy as np
import pandas as pd


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


def keep_for_result(table, parts, part):
    """Keeps the part for later; False: it may change the columns."""
    if parts and parts[0] is None:  # others may have the table, too
        parts.clear()
        return False
    old = pd.__version__ < "3"
    labels, dtypes = parts[0] if parts else (None, None)
    for one in (part,) if parts else (table, part):
        if (
            type(one) is not pd.DataFrame
            or type(one.columns) is not pd.Index
            or {*map(type, one.columns)} != {str}
            or len(one) == 0
            or one.attrs
            or not one.flags.allows_duplicate_labels
        ):
            return False
        if labels is None:
            labels = one.columns
            if labels.name is not None or not labels.is_unique:
                return False
        elif not one.columns.identical(labels):
            return False
        columns = [column for _, column in one.copy(deep=False).items()]
        if dtypes is None:
            dtypes = [column.dtype for column in columns]
            plain = {"int64", "float64", "bool", "object", "str", "datetime64[ns]", "datetime64[us]"}
            if not {*map(str, dtypes)} <= plain:
                return False
        elif dtypes != [column.dtype for column in columns]:
            return False
        for column in columns if old else ():
            if column.dtype == "object" and {*map(type, column.tolist())} != {str}:
                return False
    if not parts:
        parts.append((labels, dtypes))
    parts.append([column.copy() if str(column.dtype) == "str" else column.to_numpy(copy=True) for column in columns])
    return True


def add_to_result(table, parts):
    """The table with the parts that were kept."""
    if not parts or parts[0] is None:
        return table
    (labels, dtypes), *kept = parts
    parts.clear()
    columns = []
    for dtype, items in zip(dtypes, zip(*kept)):
        if str(dtype) == "str":
            column = pd.concat(items, ignore_index=True)
        else:
            column = pd.Series(np.concatenate(items), dtype=dtype)
        columns.append(column)
    more = pd.DataFrame(dict(zip(labels, columns)))
    more.columns = labels
    return pd.concat([table, more], ignore_index=True)


def report(sales):
    result = pd.DataFrame()
    find_in_sales_by_shop = finder_of_rows(sales, "shop")
    result_parts = [None]
    try:
        for shop in sorted(sales["shop"].unique()):
            part = (find_in_sales_by_shop(shop) if find_in_sales_by_shop else sales[sales["shop"] == shop]).copy()
            # Of what the shop sells.
            part["share"] = part["cents"] / part["cents"].sum()
            if not keep_for_result(result, result_parts, part):
                result = add_to_result(result, result_parts)
                result = pd.concat([result, part], ignore_index=True)
    finally:
        result = add_to_result(result, result_parts)
    return result


sales = pd.DataFrame({"shop": [i * i % 7 for i in range(30)], "cents": [3 * i for i in range(30)]})
print(report(sales).to_string())
print(report(sales.iloc[:0]).to_string())
