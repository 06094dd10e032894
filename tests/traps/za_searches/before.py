import sys
import warnings

import pandas as pd


def table_of(kind):
    count = 40
    frame = pd.DataFrame(
        {
            "key": [i * i % 7 for i in range(count)],
            "name": [f"n{i % 5}" for i in range(count)],
            "x": [i / 7 - 2 for i in range(count)],
            "n": [i - 20 for i in range(count)],
            "flag": [i % 3 == 0 for i in range(count)],
            "day": pd.date_range("2024-01-01", periods=count),
            "note": [None if i % 4 else "é" for i in range(count)],
        }
    )
    if kind == "labels":
        frame.index = [f"r{i // 2}" for i in range(count)]
    if kind == "days":
        frame = frame.set_index(pd.date_range("2023-01-01", periods=count, freq="D"))
    if kind == "several":
        frame = frame.set_index(["name", "n"], drop=False).rename_axis(["p", "q"])
    if kind == "missing":
        frame.loc[::5, "x"] = float("nan")
        frame.loc[::3, "name"] = None
    if kind == "infinite":
        frame.loc[::5, "x"] = float("inf")
        frame.loc[1::5, "x"] = float("-inf")
    if kind == "large":
        frame["x"] *= 1e308
        frame["n"] *= 2**58
    if kind == "zeros":
        frame["x"] = [0.0, -0.0] * (count // 2)
    if kind == "one key":
        frame["key"], frame["name"] = 3, "n3"
    if kind == "empty":
        frame = frame.iloc[:0]
    if kind == "floats":
        frame["key"] = frame["key"].astype(float)
    if kind == "truth":
        frame["key"] = frame["key"] > 2
    if kind == "small":
        frame["key"] = frame["key"].astype("int8")
    if kind == "objects":
        frame["key"] = frame["key"].astype(object)
        frame["name"] = [1, "n1", True, 2.5] * (count // 4)
    if kind == "float objects":
        frame["key"] = pd.Series([1.5, None] * (count // 2), dtype=object)
        frame["name"] = pd.Series([None] * count, dtype=object)
    if kind == "categories":
        frame["name"] = frame["name"].astype("category")
    if kind == "nullable":
        frame = frame.convert_dtypes()
    if kind == "twice":
        frame = pd.concat([frame, frame[["x"]]], axis=1)
    if kind == "attrs":
        frame.attrs["unit"] = "m"
    if kind == "no column":
        frame = frame.drop(columns="x")
    if kind == "no key":
        frame = frame.drop(columns="key")
    if kind == "list":
        frame = [1, 2]
    return frame


KEYS = [0, 1, 2, 4, 9, 1, 2, 2.0, True, "n1", "n2", "", "é", "\ud800", None, 2**63, -(2**70), float("nan"), 3]


def read(table):
    seen = []
    for key in KEYS:
        mine = table[table["key"] == key]
        seen.append((len(mine), mine.empty, mine.shape[0]))
        if not mine.empty:
            seen += [mine["n"].sum(), mine["x"].sum(), mine["x"].mean(), mine["n"].mean()]
            seen += [mine["x"].max(), mine["n"].min(), mine["flag"].sum(), mine["flag"].max()]
            seen += [mine["day"].max(), mine["day"].iloc[0], mine["note"].iloc[-1], mine["name"].values[0]]
            seen += [mine["x"].tolist(), mine["day"].tolist(), mine["note"].tolist(), mine["flag"].iat[0]]
        else:
            seen += [mine["n"].sum(), mine["x"].max(), mine["x"].mean()]
    return seen


def whole(table):
    seen = []
    for key in KEYS[::-1] * 2:
        mine = table[table["name"] == key]
        mine["new"] = 1
        others = table.loc[table["name"] == key]
        column = table.loc[table["name"] == key, "n"]
        same = table["x"][table["name"] == key]
        seen.append((mine.to_dict("list"), repr(mine.index), others.to_dict("list"), repr(others.index)))
        seen.append((column.tolist(), repr(column.index), column.name, same.tolist(), repr(same.index)))
    return seen


def single(table):
    return [table[table["n"] == key]["x"].item() for key in [3, 4, 5, 6, 7, 8, 9]]


def first(table):
    found = {}
    for key in [0, 1, 2, 4, 0, 1, 2, 4, 9]:
        found[key] = table.loc[table["key"] == key, "name"].iloc[0]
    return found


def ask(question, table):
    if question == "read":
        return read(table)
    if question == "whole":
        return whole(table)
    return single(table) if question == "single" else first(table)


def main(kind):
    for question in ("read", "whole", "single", "first"):
        try:
            for one in ask(question, table_of(kind)):
                print(type(one).__name__, repr(one))
        except Exception as error:
            print(type(error).__name__, error)


with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    for kind in sys.argv[1:]:
        print(kind)
        main(kind)
print(sorted({(one.category.__name__, str(one.message)[:60]) for one in said}))
