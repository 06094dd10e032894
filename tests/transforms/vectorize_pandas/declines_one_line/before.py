import pandas as pd


def cost(row):
    return row["price"] * row["amount"]


table = pd.DataFrame({"price": [1.5, 2.5, 4.0], "amount": [3.0, 1.0, 2.0]})
if len(table) > 1: table["cost"] = table.apply(cost, axis=1)

print(table)
