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


def pairs(table):
    seen = []
    for (key, name), part in table.groupby(["key", "name"]):
        seen += [key, name, type(key).__name__, len(part), part["x"].sum(), part["n"].max(), part["key"].iloc[0]]
        seen += [part["day"].iloc[-1], part["note"].tolist(), part["flag"].mean()]
        # The groups are what the table was when the loop began.
        table["x"] = 0.0
    return seen


def whole(table):
    return [(keys, part["x"].min()) for keys, part in table.groupby(["flag", "name", "key"], sort=False)]


def single(table):
    seen = {}
    for keys, part in table.groupby(["key"]):
        seen[keys] = part["n"].sum()
    return seen.items()


def other_number(table):
    seen = []
    for (key, name), part in table.groupby(["key", "n", "name"]):
        seen.append((key, name, len(part)))
    return seen


def of_text(table):
    seen = []
    for (first, second), part in table.groupby("name"):
        seen.append((first, second, len(part)))
    return seen


def spread(part):
    return part["x"].max() - part["x"].min()


def spreads(table):
    found = table.groupby(["name", "key"])[["x", "n"]].apply(spread)
    return described(found)


def firsts(table):
    found = table.groupby(["flag"])["note"].apply(lambda note: note.iloc[0])
    more = table.groupby(["key", "flag"], sort=False)["day"].apply(lambda day: day.max())
    return described(found) + described(more)


def of_all(table):
    found = table.groupby(["flag", "key"]).apply(lambda part: part["n"].sum())
    return described(found)


def described(series):
    return [repr(item) for item in series.items()] + [str(series.dtype), series.name, repr(series.index), series.attrs]


def ask(question, table):
    if question == "pairs":
        return pairs(table)
    if question == "whole":
        return whole(table)
    if question == "single":
        return single(table)
    if question == "number":
        return other_number(table)
    if question == "text":
        return of_text(table)
    if question == "spreads":
        return spreads(table)
    return firsts(table) if question == "firsts" else of_all(table)


def main(kind):
    for question in ("pairs", "whole", "single", "number", "text", "spreads", "firsts", "all"):
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
