import pandas as pd


def report(sales):
    lines = []
    for shop, part in sales.groupby("shop"):
        if len(part) > 2 and not part.empty:
            lines.append((shop, part.shape[0], part["price"].sum(), part["price"].mean(), part["price"].std()))
        lines.append((shop, part["price"].max(), part["pieces"].min(), part["late"].sum(), part["note"].iloc[0]))
        lines.append((part["price"].iloc[-1], part["due"].max(), part["pieces"].tolist(), part["pieces"].mean()))
        lines.append([note for note in part["note"]] + [len(part["late"]), part["late"].max(), part["late"].mean()])
        lines.append((part["price"].count(), part["due"].iloc[0], sorted(part["pieces"])))
    return lines


def table(shops):
    count = len(shops)
    return pd.DataFrame(
        {
            "shop": shops,
            "price": [(0.1 * i - 0.3) ** 3 for i in range(count)],
            "pieces": [2**62 - i for i in range(count)],
            "late": [i % 3 == 0 for i in range(count)],
            "note": [None if i == 2 else "note" * i for i in range(count)],
            "due": pd.date_range("2024-02-27", periods=count),
        },
        index=range(count, 0, -1),
    )


sales = table(["b", "a", None, "b", "c", "b", "a", "b", float("nan")])
for line in report(sales):
    print(repr(line))
sales["shop"] = [3, 1, 3, 3, 2, 3, 1, 3, 2]
sales["price"] = [0.0, -0.0, float("nan"), 1e300, -0.0, 0.0, 0.0, float("inf"), -1.0]
sales["pieces"] = sales["pieces"].astype("Int64")
print(*map(repr, report(sales)), sep="\n")
sales["shop"] = sales["shop"] % 2 == 0
print(*map(repr, report(sales)), sep="\n")
sales["shop"] = sales["shop"].astype("category")
print(*map(repr, report(sales.rename_axis("place"))), sep="\n")
print(report(sales.iloc[:0]))
try:
    report(sales.rename_axis("shop"))
except ValueError as error:
    print(error)
try:
    report(sales.drop(columns="due"))
except KeyError as error:
    print("no", error)
