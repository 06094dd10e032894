import numpy as np
import pandas as pd


def are_plain(operands, mappings):
    """They are numbers and texts, dicts and Series: reading them and arithmetic have no effect."""
    return {*map(type, operands)} <= {int, float, bool, str} and {*map(type, mappings)} <= {dict, pd.Series}


def keep_for_found(table, rows, row):
    """Keeps the row for later; False: it may change the columns."""
    if rows and rows[0] is None:  # it may give the columns their types
        rows.clear()
        return False
    if len(globals().get("__warningregistry__", ())) > 1:
        return False
    plain = {np.int64: int, np.float64: float, np.bool_: bool}
    kinds = [plain.get(kind, kind) for kind in map(type, row)]
    if not {*kinds} <= {int, float, bool, str}:
        return False
    if any(one != one or kind is int and not -2**53 <= one <= 2**53 for one, kind in zip(row, kinds)):
        return False
    if rows:
        if kinds != rows[0]:
            return False
    elif (
        type(table) is not pd.DataFrame
        or type(table.columns) is not pd.Index
        or table.columns.name is not None
        or not table.columns.is_unique
        or {*map(type, table.columns)} != {str}
        or len(table.columns) != len(row)
        or len(table) == 0
        or table.attrs
        or not table.flags.allows_duplicate_labels
        or table.index.dtype != "int64"
        or table.index.name is not None
        or not table.index.equals(pd.RangeIndex(len(table)))
    ):
        return False
    else:
        made = {int: "int64", float: "float64", bool: "bool"}
        made[str] = str(pd.Series([""]).dtype)
        if {*kinds} == {int, float}:
            made[int] = "float64"
        if [*map(str, table.dtypes)] != [made[kind] for kind in kinds]:
            return False
        rows.append(kinds)
    rows.append([*row])
    return True


def add_to_found(table, rows):
    """The table with the rows that were kept."""
    if not rows or rows[0] is None:
        return table
    columns = zip(table.columns, table.dtypes, zip(*rows[1:]))
    more = pd.DataFrame({label: pd.Series(items, dtype=dtype) for label, dtype, items in columns})
    more.columns = table.columns
    more.index += len(table)
    if type(table.index) is not pd.RangeIndex:
        more.index = pd.Index([*more.index], dtype="int64")
    rows.clear()
    return pd.concat([table, more])


def asked_of_dates(column, function):
    """What the function gives for each date, asked once for equal ones; or Nones."""
    if str(column.dtype) not in {"datetime64[ns]", "datetime64[us]"}:
        return [None] * len(column)
    codes, items = pd.factorize(column)
    try:
        values = [function(item) for item in items]
    except Exception:
        return [None] * len(column)
    values.append(None)  # of missing dates, whose code is -1
    return [values[code] for code in codes.tolist()]


def rows_of_orders(table):
    """Dicts, for a loop of dear(); or rows of iterrows(), where these would differ."""
    labels = ("day", "price", "name")
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(table) is not pd.DataFrame
        or type(table.columns) is not pd.Index
        or not table.columns.is_unique
        or {*map(type, table.columns)} != {str}
        or not {*labels} <= {*table.columns}
    ):
        return ((label, row, None) for label, row in table.iterrows())
    dtypes = dict(zip(table, map(str, table.dtypes)))
    plain = {"int64", "float64", "bool", "object", "str"}
    read = plain | {"datetime64[ns]", "datetime64[us]"}
    if not {dtypes[label] for label in labels} <= read:
        return ((label, row, None) for label, row in table.iterrows())
    kinds = {*dtypes.values()}
    numbers = kinds == {"int64", "float64"}
    row_type = "float64" if numbers else "object"
    if len(dtypes) < 2 or kinds == {"object"}:
        return ((label, row, None) for label, row in table.iterrows())
    if table.iloc[:0].to_numpy().dtype != row_type:
        return ((label, row, None) for label, row in table.iterrows())
    if not kinds & {"int64", "bool"}:
        texts = [label for label in dtypes if dtypes[label] in {"object", "str"}]
        sure = any({*map(type, table[label].tolist())} == {str} for label in texts)
        dates = [label for label in dtypes if dtypes[label] in read - plain]
        sure = sure and any(not table[label].isna().any() for label in dates)
        items = {
            type(item)
            for label, dtype in dtypes.items()
            if dtype == "object"
            for item in table[label].tolist()
        }
        if not sure and (not kinds <= plain or not items <= {str, float}):
            return ((label, row, None) for label, row in table.iterrows())
        if not sure and items and pd.Series([""]).dtype != "object":
            return ((label, row, None) for label, row in table.iterrows())
    day_month = asked_of_dates(table["day"], lambda date: date.month)
    columns = [table[label] for label in labels]
    if numbers:
        columns = [column.to_numpy("float64", copy=True) for column in columns]
    else:
        columns = dict(zip(labels, columns))
        if None not in day_month:
            columns["day"] = columns["day"].isna()
        columns = [column.tolist() for column in columns.values()]
    rows = (
        {"day": item_1, "price": item_2, "name": item_3}
        for item_1, item_2, item_3 in zip(*columns)
    )
    return zip(table.index, rows, day_month)


def dear(orders, limit):
    found = pd.DataFrame(columns=["name", "price", "month"])
    found_rows = [None]
    try:
        for i, row, day_month in rows_of_orders(orders):
            month = day_month if day_month is not None else row["day"].month
            if row["price"] > limit:
                if not are_plain((), (row,)) or not keep_for_found(found, found_rows, [row["name"], row["price"], month]):
                    found = add_to_found(found, found_rows)
                    found.loc[len(found)] = [row["name"], row["price"], month]
    finally:
        found = add_to_found(found, found_rows)
    return found


orders = pd.DataFrame(
    {
        "name": ["a", "b", "c", "d", "e", "f"],
        "price": [1.5, 8.0, 9.5, 0.5, 7.25, 6.0],
        "day": pd.date_range("2024-01-30", periods=6),
    }
)
for table in (orders, orders.assign(price=[3, 9, 9, 4, 9, 9]), orders.iloc[:1], orders.iloc[:0], orders[["day", "price"]]):
    try:
        found = dear(table, 2)
        print(found.to_string(), found.dtypes.to_dict(), found.index)
    except KeyError as error:
        print("no", error)
