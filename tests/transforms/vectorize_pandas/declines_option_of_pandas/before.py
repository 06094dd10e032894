import pandas as pd

pd.set_option("mode.copy_on_write", True)
table = pd.DataFrame({"price": [1.5, float("inf"), 4.0], "amount": [3.0, 1.0, 2.0]})
total = []

for row in table.itertuples():
    total.append(row.price * row.amount)

print(total)
