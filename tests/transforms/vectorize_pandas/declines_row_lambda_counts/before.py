import pandas as pd

table = pd.DataFrame({"price": [1.5, 2.5], "name": ["a", "b"]})
numbers = iter(range(5))
labels = table.apply(lambda row, number=next(numbers): "%d %s" % (number, row["name"]), axis=1)
print(list(labels), next(numbers))
