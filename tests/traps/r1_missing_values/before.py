import sys

import pandas as pd


def main(kind):
    frame = pd.DataFrame({"a": [1.5, float("nan"), 2.0], "s": ["x", None, "y"]})
    if kind == "na":
        frame["a"] = pd.array([1, pd.NA, 3], dtype="Int64")
        frame["s"] = pd.array(["x", pd.NA, "y"], dtype="string")
    elif kind == "none":
        frame["a"] = pd.Series([1.5, None, 2], dtype=object)
    elif kind == "mixed":
        frame["s"] = ["x", 1, pd.Timestamp("2024-01-02")]
    elif kind == "category":
        frame["s"] = pd.Categorical(["x", None, "y"])
    out = []
    try:
        for row in frame.itertuples():
            if row.s != "x":
                out.append(row.a * 2)
        print(out)
        frame["t"] = frame["s"].map(lambda s: 1 if s == "x" else 2)
        frame["u"] = frame.apply(lambda row: "none" if row["s"] != "x" else "one", axis=1)
    except TypeError as error:
        print(error)
    print(frame, frame.dtypes)


main(sys.argv[1])
