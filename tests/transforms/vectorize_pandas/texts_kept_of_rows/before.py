import pandas as pd


def bills(sales):
    rows = []
    for _, sale in sales.iterrows():
        shop = sale["shop"]
        cost = sale["price"] * sale["pieces"]
        if cost > 2:
            rows.append((shop, cost, "big" if cost > 5 else "small"))
    return rows


sales = pd.DataFrame(
    {
        "shop": ["ada", "bob", "ada", "ŝ", ""],
        "price": [1.5, 2.5, 0.5, 4.0, 1.0],
        "pieces": [3, 1, 8, 0, 9],
    }
)
print(pd.DataFrame(bills(sales), columns=["shop", "cost", "size"]).to_string())
print(bills(sales.assign(shop=range(5))))
print(bills(sales.assign(shop=["a", None, "b", float("nan"), 1])))
print(bills(sales.iloc[:0]))
