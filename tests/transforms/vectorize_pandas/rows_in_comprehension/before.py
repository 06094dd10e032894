import pandas as pd


def label(row):
    return f"{row['name']}:{row.price}"


def labels(sales):
    return {row["name"]: label(row) for _, row in sales.iterrows() if row["price"] > 1 and row.get("open", True)}


sales = pd.DataFrame({"name": ["ada", "bob", "ada"], "price": [1.5, 0.5, 2.25], "pieces": [3, 1, 8]})
print(labels(sales))
print(labels(sales.assign(open=[False, True, False])))
print(labels(sales.assign(name=["a", None, float("nan")])))
print(labels(sales.iloc[:0]))
