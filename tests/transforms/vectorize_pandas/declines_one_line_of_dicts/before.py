import pandas as pd


def label(row):
    return "%s: %r" % (row["name"], row["price"])


table = pd.DataFrame({"price": [1.5, 2.5, 4.0], "name": ["a", "b", "c"]})
if len(table) > 1: labels = table.apply(label, axis=1)

print(list(labels))
