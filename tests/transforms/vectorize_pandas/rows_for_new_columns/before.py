import numpy as np
import pandas as pd


def main():
    rng = np.random.default_rng(1)
    orders = pd.DataFrame({
        "price": rng.uniform(1, 100, 3000).round(2),
        "quantity": rng.integers(1, 9, 3000),
        "country": rng.choice(["DE", "FR", "PL"], 3000),
    })
    taxes = []
    for i in range(len(orders)):
        row = orders.iloc[i]
        net = row["price"] * row["quantity"]
        if row["country"] == "DE":
            taxes.append(net * 0.19)
        else:
            taxes.append(0.0)
    orders["tax"] = taxes
    print(orders["tax"].sum())


main()
