import pandas as pd


def collatz(n):
    steps = 0
    while n > 1:
        n = 3 * n + 1 if n % 2 else n // 2
        steps += 1
    return steps


def keep_for_report(table, rows, data):
    """Keeps the row for later; False: it may change the columns."""
    if rows and rows[0] is None:  # others may have the table, too
        rows.clear()
        return False
    if len(globals().get("__warningregistry__", ())) > 1:
        return False
    row = data[0]
    if type(row) is not dict or {*map(type, row)} != {str}:
        return False
    kinds = [*map(type, row.values())]
    if not rows:
        if (
            type(table) is not pd.DataFrame
            or type(table.columns) is not pd.Index
            or table.columns.dtype != pd.Index([""]).dtype
            or table.columns.name is not None
            or {*map(type, table.columns)} != {str}
            or [*table.columns] != [*row]
            or len(table) == 0
            or table.attrs
        ):
            return False
        made = {int: "int64", float: "float64", bool: "bool"}
        made[str] = str(pd.Series([""]).dtype)
        objects = "object" if pd.__version__ >= "3" else ""
        dtypes = [*map(str, table.dtypes)]
        held = [table[label].iloc[-1] for label, dtype in zip(table, dtypes) if dtype == "object"]
        if not {*kinds, *map(type, held)} <= {*made} or any(one != one for one in held):
            return False
        if any(dtype not in (made[kind], objects) for kind, dtype in zip(kinds, dtypes)):
            return False
    elif [*row] != [*rows[0]] or kinds != [*map(type, rows[0].values())]:
        return False
    if any(type(one) is int and not -2**63 <= one < 2**63 for one in row.values()):
        return False
    if any(one != one for one in row.values()):
        if any(one != one and dtype == "object" for one, dtype in zip(row.values(), table.dtypes)):
            return False
    rows.append(dict(row))
    return True


def add_to_report(table, rows):
    """The table with the rows that were kept."""
    if not rows or rows[0] is None:
        return table
    more = pd.DataFrame(rows)
    rows.clear()
    return pd.concat([table, more], ignore_index=True)


def survey(numbers, report):
    report_rows = [None]
    try:
        for n in numbers:
            if n == 13:
                continue
            # How long it takes.
            steps = collatz(n)
            row = {"name": f"n{n}", "steps": steps, "share": steps / n, "odd": n % 2 == 1}
            if not keep_for_report(report, report_rows, [row]):
                report = add_to_report(report, report_rows)
                report = pd.concat(
                    [report, pd.DataFrame([row])],
                    ignore_index=True,
                )
        else:
            print("done")
    finally:
        report = add_to_report(report, report_rows)
    return report


def show(table):
    print(table.to_dict("list"), table.dtypes.tolist(), table.index, table.columns, sep="\n")
    print([block.values.flags.c_contiguous for block in table._mgr.blocks], table.sum(numeric_only=True).tolist())


first = survey(range(1, 30), pd.DataFrame())
show(first)
show(survey([5, 6], first))
show(survey(range(1, 9), pd.DataFrame({"steps": [1], "name": ["x"]})))
show(survey([], first.iloc[:2]))
try:
    survey([3, 0], first)
except ZeroDivisionError as error:
    print(error)
