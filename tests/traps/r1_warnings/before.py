import sys
import warnings

import pandas as pd


def main(kind):
    if kind == "error":
        warnings.simplefilter("error")
    elif kind == "always":
        warnings.simplefilter("always")
    frame = pd.DataFrame({"a": [1.5, 1e300], "b": [2.0, 1e300]})
    if kind != "plain":
        frame["b"] = [0.0, 1e300]
    try:
        out = []
        for _, row in frame.iterrows():
            out.append(row["a"] * row["b"])
        print(out)
        part = frame[frame["a"] > 0]
        part["c"] = part.apply(lambda row: row["a"] - row["b"], axis=1)
        print(part)
        for row in part.itertuples():
            out.append(row.a * row.b * row.a)
        print(out)
    except Exception as error:
        print(type(error).__name__, error)


main(sys.argv[1])
