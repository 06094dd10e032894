# SPDX-License-Identifier: Apache-2.0
"""The same by whole columns."""
import random
import sys

import numpy as np
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


def main():
    articles = read_articles(int(sys.argv[1]) if len(sys.argv) > 1 else 190_000)
    margin = (articles["price"] - articles["cost"] - FIXED) * articles["sold"]
    articles["margin"] = np.where(articles["sold"] == 0, -articles["cost"], margin)
    best = max(0.0, articles["margin"].max())
    losses = int((articles["margin"] < 0).sum())
    print(articles.head(10).to_string())
    print(f"{float(articles['margin'].sum())!r} in all, {float(best)!r} at most, {losses} at a loss")


if __name__ == "__main__":
    main()
