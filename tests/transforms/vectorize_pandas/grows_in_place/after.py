import numpy as np
import pandas as pd


def are_plain(operands, mappings):
    """They are numbers and texts, dicts and Series: reading them and arithmetic have no effect."""
    return {*map(type, operands)} <= {int, float, bool, str} and {*map(type, mappings)} <= {dict, pd.Series}


def keep_for_table(table, rows, row):
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


def add_to_table(table, rows):
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


def listed(rows, factor):
    table = pd.DataFrame(columns=["name", "size", "share", "label"])
    table_rows = [None]
    try:
        for i, row in enumerate(rows):
            if row["size"] is None:
                continue
            share = "none" if i < factor else i / factor
            if not are_plain((i, factor), (row,)) or not keep_for_table(table, table_rows, [row["name"], row["size"], share, f"{i:03}-{i * factor}"]):
                table = add_to_table(table, table_rows)
                table.loc[len(table)] = [row["name"], row["size"], share, f"{i:03}-{i * factor}"]
    finally:
        table = add_to_table(table, table_rows)
    return table


def show(table):
    print(table.to_string(), table.dtypes.to_dict(), type(table.index).__name__, table.index.dtype, table.columns.dtype)
    print([[type(one).__name__ for one in table[label]] for label in table])


rows = [{"name": "n" * i, "size": i * i} for i in range(7)]
show(listed(rows, 0.5))
show(listed(rows, 3.0))
show(listed([dict(row, size=row["size"] / 4) for row in rows], 0.5))
show(listed([dict(row, size=None if row["size"] == 9 else 7) for row in rows], 0.5))
show(listed([dict(row, name=row["name"] if row["size"] < 10 else float("nan")) for row in rows], 0.5))
show(listed([pd.Series(row) for row in rows], 0.5))
show(listed(rows[:1], 0.5))
show(listed([], 0.5))
try:
    listed([*rows, {"name": 3}], 0.5)
except KeyError as error:
    print("no", error)
