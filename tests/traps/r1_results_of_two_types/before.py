import sys

import pandas as pd


def fee(row):
    if row["a"] < 3:
        return 0
    return row["a"] * 0.5


def main(numbers):
    frame = pd.DataFrame({"a": numbers, "s": "x"})
    frame["fee"] = frame.apply(fee, axis=1)
    frame["least"] = frame["a"].apply(lambda a: 1 if a > 100 else a)
    frame["flag"] = frame["a"].map(lambda a: a > 2)
    print(frame, frame.dtypes)


main([int(text) if text.isdigit() else float(text) for text in sys.argv[1:]])
