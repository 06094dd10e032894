# SPDX-License-Identifier: Apache-2.0
"""What was sold in each month, row by row, from the dates of a table."""
import random
import sys

import pandas as pd


def read_sales(count):
    numbers = random.Random(47)
    days = pd.date_range("2022-01-01", "2023-12-31")
    return pd.DataFrame(
        {
            "day": [days[numbers.randrange(len(days))] for _ in range(count)],
            "cents": [numbers.randint(100, 90_000) for _ in range(count)],
            "shop": [numbers.choice(["Bonn", "Kiel", "Ulm"]) for _ in range(count)],
        }
    )


def by_month(sales):
    totals = {}
    for _, sale in sales.iterrows():
        month = (sale["day"].year, sale["day"].month)
        if month not in totals:
            totals[month] = 0
        totals[month] += sale["cents"]
    return totals


def weekend_share(sales):
    weekend = 0
    for _, sale in sales.iterrows():
        if sale["day"].weekday() >= 5:
            weekend += sale["cents"]
    return weekend / sales["cents"].sum()


def main():
    sales = read_sales(int(sys.argv[1]) if len(sys.argv) > 1 else 160_000)
    totals = by_month(sales)
    for month in sorted(totals):
        print(month, totals[month])
    print(f"{weekend_share(sales):.6f} of it at weekends")


if __name__ == "__main__":
    main()
