import sys
import warnings

import pandas as pd


def part_of(kind, i):
    part = pd.DataFrame({"n": [i, i + 1], "x": [0.5 * i, float("nan")], "s": ["a", f"b{i}"]}, index=[i, i])
    if kind == "flags":
        part["f"] = pd.Series([True, False], index=part.index)
    if kind == "truth as objects":
        part["f"] = pd.array([True, False], dtype=object)
    if kind == "missing objects":
        part["s"] = pd.array([None, None] if i % 3 else ["a", None], dtype=object)
    if kind == "mixed objects":
        part["s"] = pd.array([i, [i]], dtype=object)
    if kind == "categories":
        part["s"] = part["s"].astype("category")
    if kind == "nullable":
        part = part.convert_dtypes()
    if kind == "small":
        part["n"] = part["n"].astype("int8")
    if kind == "dates":
        part["x"] = pd.to_datetime(["2024-02-29", None]).tz_localize("UTC" if i % 4 else None)
    if kind == "empty now and then" and i % 3 == 0:
        part = part.iloc[:0]
    if kind == "types change" and i % 3 == 0:
        part["n"] = part["n"] / 2
    if kind == "columns change" and i % 3 == 0:
        part["new"] = i
    if kind == "twice":
        part = pd.concat([part, part[["n"]]], axis=1)
    if kind == "numbers as labels":
        part.columns = [0, 1, 2]
    if kind == "index" and i > 2:
        part = part.set_index(["n", "s"], drop=False)
    if kind == "flagged":
        part = part.reset_index(drop=True).set_flags(allows_duplicate_labels=False)
    if kind == "attrs" and i > 2:
        part.attrs["unit"] = "m"
    if kind == "series" and i > 2:
        part = part["n"]
    if kind == "nothing" and i == 4:
        part = None
    return part


def shown(table):
    if not isinstance(table, pd.DataFrame):
        return repr(table)
    dtypes = [str(dtype) for dtype in table.dtypes]
    return [table.to_dict("split"), dtypes, repr(table.index), repr(table.columns), table.attrs, table.flags.allows_duplicate_labels]


def collect(kind, table):
    kept = []
    try:
        for i in range(8):
            part = part_of(kind, i)
            table = pd.concat([table, part], ignore_index=True)
            kept.append(part)
            if kind == "changes" and i > 0:
                kept[i - 1]["x"] = -1.0
                part.loc[i, "s"] = "changed"
            if kind == "fails" and i == 5:
                raise ValueError(i)
            if kind == "ends" and i == 5:
                break
            if kind == "skips" and i % 2:
                continue
    except ValueError as error:
        print("failed", error)
    return table


def same(kind, table):
    part = part_of(kind, 1)
    for i in range(4):
        table = pd.concat([table, part], ignore_index=True)
        if i == 1:
            part["x"] = 2.5
    return table


with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    for kind in sys.argv[1:] or ["plain"]:
        for start in (pd.DataFrame(), part_of(kind, 1), part_of("plain", 2)):
            try:
                print(kind, shown(collect(kind, start)), shown(start))
                print(kind, shown(same(kind, start)))
            except Exception as error:
                print(kind, type(error).__name__, str(error)[:60])
for one in said:
    print(one.category.__name__, str(one.message)[:60])
