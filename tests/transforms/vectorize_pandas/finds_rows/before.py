import pandas as pd


def summary(orders):
    rows = []
    for customer in orders["customer"].unique():
        mine = orders[orders["customer"] == customer]
        if mine.empty:
            continue
        rows.append(
            {
                "customer": customer,
                "orders": len(mine),
                "cents": mine["cents"].sum(),
                "most": mine["pieces"].max(),
                "mean": mine["weight"].mean(),
                "first": mine["note"].iloc[0],
                "last": mine["weight"].values[-1],
            }
        )
    return pd.DataFrame(rows)


def read_orders(count):
    return pd.DataFrame(
        {
            "customer": [f"c{7 * i % 23}" for i in range(count)],
            "pieces": [i * i % 31 for i in range(count)],
            "cents": [i * 997 % 1013 for i in range(count)],
            "weight": [i / 7 for i in range(count)],
            "note": [None if i % 5 == 0 else f"n{i}" for i in range(count)],
        }
    )


orders = read_orders(400)
print(summary(orders).to_string())
print(summary(orders[:9]).to_dict("list"))
print(len(summary(orders[:0])))
orders["customer"] = "all"
print(summary(orders).to_dict("list"))
