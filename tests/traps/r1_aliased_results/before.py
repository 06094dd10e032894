import sys

import pandas as pd


def main(kind):
    frame = pd.DataFrame({"a": [1.5, 2.5], "b": [2, 3]})
    same = frame["a"].apply(lambda a: a)
    kept = frame.apply(lambda row: row["b"], axis=1)
    if kind == "write":
        same[0] = 100.0
        kept.iloc[1] = -1
    frame.loc[0, "a"] = 7.0
    print(frame, same, kept)
    items = []
    for row in frame.itertuples():
        items.append(row.b)
    print(items, [type(one).__name__ for one in items])
    items = []
    for _, row in frame.iterrows():
        items.append(row["b"])
    print([type(one).__name__ for one in items])
    total = 0
    for _, row in frame.iterrows():
        total += row["b"]
    print(repr(total), type(total).__name__)


main(sys.argv[1])
