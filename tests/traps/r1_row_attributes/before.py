import sys

import pandas as pd


def main(kind):
    frame = pd.DataFrame({"price": [1.5, 2.5], "size": [3, 4], "name": ["x", "y"]})
    if kind == "accessor":

        @pd.api.extensions.register_series_accessor("price")
        class Price:
            def __init__(self, series):
                self.value = series["price"] * 100

            def __mul__(self, other):
                return self.value * other

    found = []
    for _, row in frame.iterrows():
        found.append(row.price * 2)
    sizes = []
    for _, row in frame.iterrows():
        sizes.append(row.size * 2)
    frame["named"] = frame.apply(lambda row: 1 if row.name == "x" else 2, axis=1)
    print(found, sizes, frame)


main(sys.argv[1])
