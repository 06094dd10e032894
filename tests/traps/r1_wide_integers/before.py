import sys

import pandas as pd


def main(numbers):
    frame = pd.DataFrame({"a": numbers, "b": [3] * len(numbers)})
    out = []
    total = 0
    for row in frame.itertuples():
        out.append(row.a * row.b - 1)
        total += row.a
    print(out, total)
    products = []
    for _, row in frame.iterrows():
        products.append(row["a"] * row["b"])
    print(products)
    frame["f"] = 0.5
    for _, row in frame.iterrows():
        products.append(row["a"] + row["b"])
    print(products)
    frame["c"] = frame.apply(lambda row: row["a"] if row["f"] > 1 else row["a"] + 1, axis=1)
    frame["d"] = frame["a"].apply(lambda a: a * a)
    print(frame, frame.dtypes)


main([int(text) for text in sys.argv[1:]])
