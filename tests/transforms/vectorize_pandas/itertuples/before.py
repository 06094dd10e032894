import pandas as pd


def prices(orders, rate):
    """What each order costs."""
    found = []
    for order in orders.itertuples():
        # with tax
        net = order.price * order.pieces
        found.append(net + net * rate)
    return found


def main():
    orders = pd.DataFrame({"price": [1.5, 2.25, float("nan")], "pieces": [2, 3, 4]})
    print(prices(orders, 0.25))
    print(prices(orders, 2))
    print(prices(orders.astype("int64", errors="ignore")[["pieces"]].assign(price=2), 2))
    print(prices(orders.iloc[:0], 0.25))
    print(prices(pd.concat([orders, orders]), 0.25))
    try:
        prices(orders[["price"]], 0.25)
    except AttributeError as error:
        print(error)


main()
