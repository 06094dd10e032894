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


PLACES = [0, 1, 2, 3, 5, -1, -7, 39, 2.0, True, None, 40, -41, 2**70, slice(2, 4), "r3", [1, 2]]


def told(one):
    return type(one).__name__, repr(one)


def at_place(table, place):
    seen = []
    for turn in range(9):
        at = turn if turn < 6 else place
        seen += [told(table["n"].iloc[at]), told(table["x"].iat[at]), told(table["flag"].values[at])]
        seen += [told(table["day"].iloc[at]), told(table["note"].iloc[at]), told(table["name"].values[at])]
    return seen


def at_label(table, place):
    seen = []
    for turn in range(9):
        at = turn if turn < 6 else place
        seen += [told(table.at[at, "n"]), told(table.loc[at, "x"]), told(table["flag"][at])]
        seen += [told(table["day"].loc[at]), told(table["note"].at[at]), told(table.loc[at, "name"])]
    return seen


def ask(question, table, place):
    return at_place(table, place) if question else at_label(table, place)


def main(kind):
    table = table_of(kind)
    if kind == "part":
        table = table.iloc[3:]
    for question in (True, False):
        for place in PLACES:
            try:
                print(ask(question, table, place))
            except Exception as error:
                print(place, type(error).__name__, error)


with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    for kind in sys.argv[1:]:
        print(kind)
        main(kind)
print(sorted({(one.category.__name__, str(one.message)[:60]) for one in said}))
