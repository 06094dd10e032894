import sys

import pandas as pd


def main(count):
    frame = pd.DataFrame({"a": [1.5, 2.5], "b": [3, 4], "s": ["x", "y"]}).iloc[:count]
    out = []
    total = 0
    best = -1
    for row in frame.itertuples():
        out.append(row.a)
        total += row.b * 0.5
        if row.a > best:
            best = row.a
    for label, row in frame.iterrows():
        total += row["b"]
    column = frame["a"].apply(lambda a: a * 2)
    rows = frame.apply(lambda row: row["b"] + 1, axis=1)
    print(out, total, best, column.dtype, type(rows).__name__, rows, sep="|")


main(int(sys.argv[1]))
