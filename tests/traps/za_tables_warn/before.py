import sys

import pandas as pd


def ratios(table):
    found = []
    for _, row in table.iterrows():
        found.append(row["a"] / row["b"])
    return found


def large(table):
    found = []
    for i in range(len(table)):
        ratio = table.iloc[i]["a"] / table.iloc[i]["b"]
        if ratio > 3:
            found.append(f"{ratio:.2f}")
    return found


def shares(prices, shops):
    found = []
    for shop in shops:
        rows = prices[prices["shop"] == shop]
        found.append(rows["price"].iloc[0] / rows["price"].min())
    return found


def parts(prices, shops):
    found = []
    for shop in shops:
        price = prices.loc[prices["shop"] == shop, "price"].iloc[0]
        found.append(float(price / (price - price)))
    return found


def share(row):
    ratio = row["price"] / (row["price"] - row["price"])
    return f"{ratio:.2f}" if row["shop"] else "none"


def grown(table):
    made = pd.DataFrame(columns=["i", "ratio"])
    for i in range(len(table)):
        ratio = table["a"].iloc[i] / table["b"].iloc[i]
        made.loc[len(made)] = [i, ratio]
    return made["ratio"].tolist()


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    table = pd.DataFrame(
        {"a": [float(i) for i in range(size)], "b": [float(i % 3) for i in range(size)]}
    )
    shops = [f"s{i}" for i in range(size)]
    prices = pd.DataFrame({"shop": shops, "price": table["b"]})
    for _ in range(2):
        print(ratios(table), large(table))
        print(shares(prices, shops), parts(prices, shops))
        print(grown(table))
        texts = prices.apply(share, axis=1)
        print(texts.tolist())


main()
