import pandas as pd


def totals(orders):
    out = []
    for _, row in orders.iterrows():
        if row["state"] == "open":
            out.append(row["price"] * row["pieces"])
    return out


def ratios(frame):
    out = []
    for label, row in frame.iterrows():
        out.append(row["a"] / row["b"])
    return out


orders = pd.DataFrame({"price": [1.5, 2.25, 8.0], "pieces": [2, 3, 4], "state": ["open", None, "open"]})
print(totals(orders), totals(orders.iloc[:0]))
print(ratios(pd.DataFrame({"a": [1, 2], "b": [4.0, 5.0]})))
print(ratios(pd.DataFrame({"a": [1, 2], "b": [4, 5]})))
print(ratios(pd.DataFrame({"a": [1, 2], "b": [4, 5], "c": "x"})))
print(ratios(pd.DataFrame({"a": [1.0, 2.0], "b": [4.0, 0.0], "c": ["x", "y"]}).iloc[:1]))
