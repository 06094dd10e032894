import pandas as pd


def report(orders):
    for number, order in orders.iterrows():
        # One line for each.
        line = f"{number}: {order['name']:>6} {order['price'] * order['pieces']!r}"
        print(line, "late" if order["late"] else order["due"])
    else:
        print(len(orders))


orders = pd.DataFrame(
    {
        "name": ["nut", "bolt", None],
        "price": [1.5, 2.0, float("nan")],
        "pieces": [3, 2**60, 0],
        "late": [True, False, False],
        "due": pd.to_datetime(["2024-01-02", None, "2024-02-29"]),
    },
    index=["a", "a", "b"],
)
try:
    report(orders)
except TypeError as error:
    print(error)
report(orders.iloc[:2])
report(orders.iloc[:0])
orders["pieces"] = pd.array([1, None, 2], dtype="Int64")
report(orders[["name", "price", "pieces", "late", "due"]].iloc[:2])
