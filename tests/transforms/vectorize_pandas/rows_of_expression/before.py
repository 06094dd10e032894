import pandas as pd


class Report:
    def __init__(self, orders):
        self.orders = orders

    def chosen(self, limit):
        print("asked once")
        return self.orders[self.orders["pieces"] < limit]

    def write(self, limit):
        spent = {}
        for label, order in self.chosen(
            limit
        ).iterrows():
            spent.setdefault(order["pieces"], []).append(order["price"])
            print(label, type(order["pieces"]).__name__, order["price"] / 3)
        return spent


print(Report(pd.DataFrame({"price": [1.5, 2.0, 0.1], "pieces": [2, 2**53 + 1, 9]})).write(10))
print(Report(pd.DataFrame({"price": [1, 2, 7], "pieces": [2, 1, 20]})).write(10))
