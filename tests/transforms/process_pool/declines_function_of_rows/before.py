import pandas as pd


def label(row):
    total = 0
    for k in range(2000):
        total += k % 7
    return "%s: %r %d" % (row["name"], row["price"], total)


table = pd.DataFrame({"price": [1.5, 2.5, 4.0], "name": ["a", "b", "c"]})

labels = table.apply(label, axis=1)
print(list(labels))
