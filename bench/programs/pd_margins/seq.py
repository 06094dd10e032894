# SPDX-License-Identifier: Apache-2.0
"""What each article brings, row by row and cell by cell."""
import random
import sys

import pandas as pd

FIXED = 0.35


def read_articles(count):
    numbers = random.Random(3)
    return pd.DataFrame(
        {
            "name": [f"article {i}" for i in range(count)],
            "cost": [round(numbers.uniform(1, 80), 2) for _ in range(count)],
            "price": [round(numbers.uniform(1, 120), 2) for _ in range(count)],
            "sold": [numbers.randint(0, 400) for _ in range(count)],
        }
    )


def margins(articles):
    found = []
    for i in range(len(articles)):
        row = articles.iloc[i]
        margin = (row["price"] - row["cost"] - FIXED) * row["sold"]
        if row["sold"] == 0:
            margin = -row["cost"]
        found.append(margin)
    return found


def main():
    articles = read_articles(int(sys.argv[1]) if len(sys.argv) > 1 else 190_000)
    articles["margin"] = margins(articles)
    best = 0.0
    losses = 0
    for i in range(len(articles)):
        if articles["margin"].iloc[i] < 0:
            losses += 1
        if articles["margin"].iloc[i] > best:
            best = articles["margin"].iloc[i]
    print(articles.head(10).to_string())
    print(f"{float(articles['margin'].sum())!r} in all, {float(best)!r} at most, {losses} at a loss")


if __name__ == "__main__":
    main()
