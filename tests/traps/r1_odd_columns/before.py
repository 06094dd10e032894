import sys

import pandas as pd


def values(frame):
    out = []
    for row in frame.itertuples():
        out.append(row.count * 2 + row.index)
    return out


def main(kind):
    columns = {"count": [1, 2, 3], "index": [10, 20, 30]}
    frame = pd.DataFrame(columns)
    if kind == "twice":
        frame = pd.DataFrame([[1, 2, 3], [4, 5, 6]], columns=["count", "index", "count"])
    elif kind == "levels":
        frame.columns = pd.MultiIndex.from_tuples([("count", "x"), ("index", "y")])
    elif kind == "numbers":
        frame.columns = [0, 1]
    elif kind == "missing":
        frame = frame[["count"]]
    elif kind == "wide":
        frame["two words"] = 1.5
        frame["class"] = "x"
        frame["_hidden"] = None
        frame["Index"] = 7
    try:
        print(values(frame))
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


main(sys.argv[1])
