import pandas as pd


def report(sales, shops):
    parts = []
    for shop in shops:
        part = sales[sales.shop == shop].copy()
        part["share"] = part["cents"] / part["cents"].sum()
        part["place"] = range(1, len(part) + 1)
        others = sales.loc[sales["kind"] == (part["kind"].iloc[0] if len(part) else "none")]
        parts.append(part.assign(others=len(others)))
    return pd.concat(parts, ignore_index=True)


count = 300
sales = pd.DataFrame(
    {
        "shop": [7 * i % 23 for i in range(count)],
        "cents": [i * 997 % 1013 for i in range(count)],
        "kind": [f"k{i % 11}" for i in range(count)],
    }
)
print(report(sales, sorted(sales["shop"].unique())).to_string())
print(report(sales, [1, 2, 3, 4, 5, 6, 7, 99, 2**70, "x", 3.0, True]).to_string())
