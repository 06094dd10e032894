import pandas as pd


def keep_for_table(table, parts, part):
    """Keeps the part for later; False: it may change the columns."""
    if parts and parts[0] is None:  # others may have the table, too
        parts.clear()
        return False
    first = parts[0] if parts else table
    for one in (part,) if parts else (part, table):
        if (
            type(one) is not pd.DataFrame
            or type(one.columns) is not pd.Index
            or one.columns.name is not None
            or not one.columns.is_unique
            or {*map(type, one.columns)} != {str}
            or not one.columns.identical(first.columns)
            or len(one) == 0
            or one.attrs
            or not one.flags.allows_duplicate_labels
        ):
            return False
    dtypes = [*part.dtypes]
    if dtypes != [*first.dtypes]:
        return False
    plain = {"int64", "float64", "bool", "object", "str", "datetime64[ns]", "datetime64[us]"}
    if not {*map(str, dtypes)} <= plain:
        return False
    if pd.__version__ < "3":
        texts = [label for label, dtype in zip(part, dtypes) if dtype == "object"]
        tables = (part,) if parts else (part, table)
        if any({*map(type, one[label].tolist())} != {str} for one in tables for label in texts):
            return False
    parts.append(part.copy())
    return True


def add_to_table(table, parts):
    """The table with the parts that were kept."""
    if not parts or parts[0] is None:
        return table
    more = [*parts]
    parts.clear()
    return pd.concat([table, *more], ignore_index=True)


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
