import pandas as pd

table = pd.DataFrame({"price": [1.5, 2.5, 4.0], "amount": [3.0, 1.0, 2.0]})
total = []

for row in table.itertuples():
    total.append(row.price * row.amount)

print(total)
