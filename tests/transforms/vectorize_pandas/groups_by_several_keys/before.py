import pandas as pd


def report(sales):
    lines = []
    for (shop, late), part in sales.groupby(["shop", "late"]):
        lines.append((shop, late, len(part), part["price"].sum(), part["due"].max(), part["shop"].iloc[0]))
    return lines


def table(shops):
    count = len(shops)
    return pd.DataFrame(
        {
            "shop": shops,
            "price": [(0.1 * i - 0.3) ** 3 for i in range(count)],
            "late": [i % 3 == 0 for i in range(count)],
            "due": pd.date_range("2024-02-27", periods=count),
        },
        index=range(count, 0, -1),
    )


sales = table(["b", "a", None, "b", "c", "b", "a", "b", float("nan")])
print(*map(repr, report(sales)), sep="\n")
sales["shop"] = [3, 1, 3, 3, 2, 3, 1, 3, 2]
print(*map(repr, report(sales)), sep="\n")
print(*map(repr, report(sales.assign(late=None, shop=1.5))), sep="\n")
print(report(sales.iloc[:0]), report(sales.iloc[:1]))
for other in (sales.rename_axis("late"), sales.drop(columns="late"), sales.assign(shop=sales["shop"].astype("category"))):
    try:
        print(*map(repr, report(other)), sep="\n")
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)
