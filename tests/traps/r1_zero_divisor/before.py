import sys

import pandas as pd


def ratios(frame):
    out = []
    for _, row in frame.iterrows():
        out.append(row["a"] / row["b"])
    return out


def shares(frame):
    frame["share"] = frame.apply(lambda row: 0.0 if row["b"] < 0 else row["a"] % row["b"], axis=1)
    return frame


def main(kind):
    frame = pd.DataFrame({"a": [1.0, -2.0, 0.0], "b": [4, 5, -1]})
    if "zero" in kind:
        frame["b"] = [4, 0, 0]
    if "text" in kind:
        frame["c"] = ["x", "y", "z"]
    if "ints" in kind:
        frame["a"] = frame["a"].astype("int64")
    for function in (ratios, shares):
        try:
            print(function(frame))
        except ZeroDivisionError as error:
            print(error)


main(sys.argv[1])
