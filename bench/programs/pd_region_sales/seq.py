# SPDX-License-Identifier: Apache-2.0
"""Sales by region and product, added up in dicts, row by row."""
import random
import sys
from collections import Counter, defaultdict

import pandas as pd

REGIONS = ["north", "south", "east", "west"]
PRODUCTS = [f"product {i}" for i in range(40)]


def read_sales(count):
    numbers = random.Random(43)
    return pd.DataFrame(
        {
            "region": [numbers.choice(REGIONS) for _ in range(count)],
            "product": [numbers.choice(PRODUCTS) for _ in range(count)],
            "price": [round(numbers.uniform(1, 90), 2) for _ in range(count)],
            "pieces": [numbers.randint(1, 9) for _ in range(count)],
            "customer": [f"c{numbers.randrange(5000)}" for _ in range(count)],
        }
    )


def turnover(sale):
    return sale.price * sale.pieces


def summarise(sales):
    totals = defaultdict(float)
    pieces = Counter()
    customers = {}
    for _, sale in sales.iterrows():
        totals[sale["region"]] += turnover(sale)
        pieces[sale["product"]] += sale["pieces"]
        customers.setdefault(sale["region"], set()).add(sale["customer"])
    return totals, pieces, customers


def main():
    sales = read_sales(int(sys.argv[1]) if len(sys.argv) > 1 else 250_000)
    totals, pieces, customers = summarise(sales)
    for region, total in totals.items():
        print(region, repr(total), len(customers[region]))
    print(pieces.most_common(5))


if __name__ == "__main__":
    main()
