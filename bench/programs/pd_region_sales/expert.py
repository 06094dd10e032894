# SPDX-License-Identifier: Apache-2.0
"""The same by lists of the columns: the sums in the same order."""
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


def summarise(sales):
    totals = defaultdict(float)
    pieces = Counter()
    customers = {}
    turnover = (sales["price"] * sales["pieces"]).tolist()
    columns = (sales[name].tolist() for name in ("region", "product", "pieces", "customer"))
    for value, region, product, count, customer in zip(turnover, *columns):
        totals[region] += value
        pieces[product] += count
        customers.setdefault(region, set()).add(customer)
    return totals, pieces, customers


def main():
    sales = read_sales(int(sys.argv[1]) if len(sys.argv) > 1 else 250_000)
    totals, pieces, customers = summarise(sales)
    for region, total in totals.items():
        print(region, repr(total), len(customers[region]))
    print(pieces.most_common(5))


if __name__ == "__main__":
    main()
