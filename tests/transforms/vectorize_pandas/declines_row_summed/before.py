import pandas as pd


def label(row):
    return "%s: %r" % (row["name"], row[["price", "tax"]].sum())


table = pd.DataFrame({"price": [1.5, 2.5], "tax": [0.5, 0.25], "name": ["a", "b"]})
labels = table.apply(label, axis=1)
print(list(labels))
