import sys

import numpy as np
import pandas as pd


def table_of(kind):
    count = 24
    made = pd.DataFrame({"x": [(i * 7 % 11 - 5) / 3 for i in range(count)], "n": [i * i - 30 for i in range(count)], "s": "t"})
    if kind == "zeros":
        made["x"] = [0.0, -0.0, -0.0] * 8
    if kind == "missing":
        made.loc[3, "x"] = float("nan")
    if kind == "infinite":
        made.loc[3, "x"] = float("inf")
    if kind == "strided":
        made = pd.DataFrame(np.arange(72.0).reshape(24, 3)[::-1] / 7, columns=list("xns"))
    if kind == "objects":
        made = made.astype(object)
    if kind == "empty":
        made = made.iloc[:0]
    if kind == "twice":
        made = pd.concat([made, made[["x"]]], axis=1)
    if kind == "labels":
        made.index = [count - i for i in range(count)]
    if kind == "list":
        made = {"x": [1.0] * count, "n": [1] * count}
    return made


def extremes(table):
    found = []
    for i in range(24):
        found.append((table["x"].iloc[max(0, i - 5) : i + 1].max(), table["x"].iloc[i - 3 : i].min(), table["n"].iloc[-i:].max()))
    return found


def sums(table, places):
    found = []
    for i in places:
        part = table["x"].iloc[i : i + 9]
        found.append((len(part), part.sum(), part.mean(), table["n"].iloc[:i].sum(), table["n"].iloc[i:].mean()))
        if not part.empty:
            found.append((part.iloc[0], part.values[-1], part.tolist()))
    return found


def changing(table):
    found = []
    for i in range(24):
        found.append(table["n"].iloc[i : i + 3].sum())
        table.loc[i + 1, "n"] = 0
    return found


def stepping(table):
    return [(table["n"].iloc[i::2].sum(), table["n"].iloc[i : i + 2].std()) for i in range(12)]


for kind in sys.argv[1:] or ["plain"]:
    for name in ("extremes", "sums", "numbers", "odd", "changing", "stepping"):
        table = table_of(kind)
        try:
            if name == "extremes":
                found = extremes(table)
            elif name == "sums":
                found = sums(table, range(24))
            elif name == "numbers":
                found = sums(table, np.arange(8, 20))
            elif name == "odd":
                found = sums(table, [1, 2, 3, 4, 5, 6, True, 2.0, -1])
            elif name == "changing":
                found = changing(table)
            else:
                found = stepping(table)
            for one in found:
                print(name, type(one).__name__, repr(one), [type(x).__name__ for x in one] if isinstance(one, tuple) else "")
        except Exception as error:
            print(name, type(error).__name__, error)
