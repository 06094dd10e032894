import pandas as pd


def report(sales):
    result = pd.DataFrame()
    for shop in sorted(sales["shop"].unique()):
        part = sales[sales["shop"] == shop].copy()
        # Of what the shop sells.
        part["share"] = part["cents"] / part["cents"].sum()
        result = pd.concat([result, part], ignore_index=True)
    return result


sales = pd.DataFrame({"shop": [i * i % 7 for i in range(30)], "cents": [3 * i for i in range(30)]})
print(report(sales).to_string())
print(report(sales.iloc[:0]).to_string())
