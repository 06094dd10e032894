import numpy as np
import pandas as pd


def keep_for_table(table, parts, part):
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


def add_to_table(table, parts):
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


def joined(parts, fails=False):
    table = pd.DataFrame({"n": [0]})
    try:
        table_parts = [None]
        try:
            for part in parts:
                if not keep_for_table(table, table_parts, part):
                    table = add_to_table(table, table_parts)
                    table = pd.concat([table, part], ignore_index=True)
                part["n"] = -1
                if fails and len(part) > 2:
                    raise ValueError(len(part))
        finally:
            table = add_to_table(table, table_parts)
    except ValueError as error:
        print(error)
    return table


def part_of(kind):
    count = len(kind) % 3 + 1
    part = pd.DataFrame({"n": range(count), "name": [None, kind, "é"][:count], "x": float("nan")})
    if kind == "other types":
        part["n"] = 0.5
    if kind == "other order":
        part = part[["x", "name", "n"]]
    if kind == "other names":
        part = part.rename_axis("label", axis=1)
    if kind == "nothing":
        part = part.iloc[:0]
    if kind == "objects":
        part["name"] = pd.Series([True, [1], None][:count], dtype=object)
    if kind == "days":
        part["x"] = pd.Timestamp("2024-02-29")
    if kind == "text":
        part["name"] = "text"
    if kind == "attrs":
        part.attrs["unit"] = "m"
    part.index = [kind] * len(part)
    return part


ways = ["a", "ab", "abc"]
for kind in ["plain", "text", "other types", "other order", "other names", "nothing", "objects", "days", "attrs"]:
    for kinds in ([*ways, kind, *ways, kind, kind, *ways], [kind, kind, kind], ["text", "text", kind, kind]):
        table = joined([part_of(one) for one in kinds], kind == "text")
        print(table.to_string(), table.dtypes.to_dict(), table.index, table.columns, table.attrs)
print(joined([pd.DataFrame({"n": [1]}), pd.DataFrame({"n": [1]}), pd.DataFrame({"n": [2]})]).to_string())
