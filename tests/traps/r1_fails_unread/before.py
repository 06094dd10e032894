import sys

import pandas as pd


def ratio(row):
    value = row["a"] / row["b"]
    if row["b"] == 0:
        return 0.0
    return value


def guarded(row):
    if row["b"] == 0:
        return 0.0
    value = row["a"] / row["b"]
    other = value / row["c"]
    return value if row["c"] == 0 else other


def first(a, b):
    return a


def main(kind):
    frame = pd.DataFrame({"a": [1.5, -2.0], "b": [4, 5], "c": [2.0, 0.5]})
    if "zero" in kind:
        frame["b"] = [4, 0]
    if "late" in kind:
        frame["c"] = [0.0, 0.5]
    if "text" in kind:
        frame["d"] = "x"
    if "missing" in kind:
        frame = frame.drop(columns="c")
    for function in (ratio, guarded):
        try:
            if function is ratio:
                frame["r"] = frame.apply(ratio, axis=1)
            else:
                frame["g"] = frame.apply(guarded, axis=1)
        except (ZeroDivisionError, KeyError) as error:
            print(type(error).__name__, error)
    try:
        out = []
        for row in frame.itertuples():
            out.append(first(row.a, row.a / row.b))
        print(out)
        for a, c in zip(frame["a"], frame["c"]):
            out.append(first(a, 1))
        for _, row in frame.iterrows():
            unread = row["c"]
            out.append(row["a"])
    except (ZeroDivisionError, KeyError) as error:
        print(type(error).__name__, error)
    print(out, frame)


main(sys.argv[1])
