# SPDX-License-Identifier: Apache-2.0
"""A file of sales for each shop, read, cleaned and summed up by article and hour."""
import os
import random
import sys

import pandas as pd


def write_rolls(folder, count):
    os.makedirs(folder, exist_ok=True)
    numbers = random.Random(77)
    days = []
    for _ in range(25):
        lines = []
        for _ in range(1_000):
            article = numbers.randrange(60)
            price = "" if numbers.random() < 0.01 else f"{article * 7 % 41 + 0.99:.2f}"
            lines.append(f"{numbers.randrange(8, 20)},A{article:02d},{numbers.randrange(1, 6)},{price}\n")
        days.append("".join(lines))
    paths = []
    for shop in range(count):
        path = os.path.join(folder, f"shop{shop:03d}.csv")
        with open(path, "w") as out:
            out.write("hour,article,pieces,price\n")
            out.writelines(numbers.choices(days, k=30))
        paths.append(path)
    return paths


def summary(path):
    sales = pd.read_csv(path)
    missing = int(sales["price"].isna().sum())
    sales = sales.dropna(subset=["price"]).copy()
    sales["turnover"] = sales["pieces"] * sales["price"]
    by_article = sales.groupby("article")["turnover"].sum()
    by_hour = sales.groupby("hour")["turnover"].sum()
    return {
        "shop": os.path.basename(path)[:-4],
        "missing": missing,
        "turnover": by_article.sum(),
        "best": by_article.idxmax(),
        "busiest": by_hour.idxmax(),
        "pieces": sales["pieces"].mean(),
    }


def main():
    paths = write_rolls("rolls", int(sys.argv[1]) if len(sys.argv) > 1 else 300)
    shops = []
    for path in paths:
        shops.append(summary(path))
    for shop in shops[::30]:
        print(f"{shop['shop']}: {shop['turnover']:.2f}, most of it {shop['best']}, at {shop['busiest']}, {shop['missing']} missing")
    print(f"{sum(shop['turnover'] for shop in shops):.2f}, {max(shop['pieces'] for shop in shops):.6f} pieces at most")


if __name__ == "__main__":
    main()
