import pandas as pd


def summary(orders):
    total = 0
    costly = 0
    most = float("-inf")
    for order in orders.itertuples(index=False):
        value = order.price * order.pieces
        total += value
        if order.state == "open" and value > 3:
            costly += 1
        if value > most:
            most = value
    return total, costly, most


orders = pd.DataFrame({"price": [1.5, 2.25, 0.1], "pieces": [2, 3, 4], "state": ["open", "open", float("nan")]})
print(summary(orders), summary(orders.iloc[:0]))
print(summary(orders.assign(price=[3, 4, 5])))
