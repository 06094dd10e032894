# SPDX-License-Identifier: Apache-2.0
"""Orders whose prices stand in another table, which is searched for each of them."""
import random
import sys

import pandas as pd


def read_tables(count):
    numbers = random.Random(61)
    articles = pd.DataFrame({"number": [1000 + k for k in range(900)], "price": [round(numbers.uniform(1, 90), 2) for _ in range(900)]})
    orders = pd.DataFrame(
        {
            "article": [numbers.randrange(1000, 1900) for _ in range(count)],
            "pieces": [numbers.randint(1, 9) for _ in range(count)],
        }
    )
    return articles, orders


def values(orders, articles):
    found = []
    for _, order in orders.iterrows():
        price = articles[articles["number"] == order["article"]]["price"].iloc[0]
        found.append(price * order["pieces"])
    return found


def main():
    articles, orders = read_tables(int(sys.argv[1]) if len(sys.argv) > 1 else 42_000)
    orders["value"] = values(orders, articles)
    print(orders.head(10).to_string())
    print(repr(float(orders["value"].sum())), repr(float(orders["value"].max())))


if __name__ == "__main__":
    main()
