import pandas as pd


def price_all(orders):
    orders["total"] = 0.0
    for i, order in orders.iterrows():
        net = order["price"] * order["pieces"]
        if order["pieces"] >= 10:
            net = net * 0.95
        orders.at[i, "total"] = net


def tax_all(orders, rate):
    for order in orders.itertuples():
        orders.loc[order.Index, "tax"] = order.total * rate
        orders.loc[order.Index, "total"] += order.total * rate


def main():
    orders = pd.DataFrame({"price": [1.5, 2.25, float("nan")], "pieces": [2, 30, 4]})
    price_all(orders)
    totals = orders["total"]
    tax_all(orders, 0.25)
    print(orders, orders.dtypes, totals.tolist())
    twice = pd.concat([orders, orders])
    tax_all(twice, 0.25)
    print(twice)
    part = orders[orders["pieces"] > 3].copy()
    price_all(part)
    print(part)


main()
