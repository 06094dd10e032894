# SPDX-License-Identifier: Apache-2.0
"""The same by parts of the dates and groups."""
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
    day = sales["day"].dt
    return sales["cents"].groupby([day.year, day.month]).sum().to_dict()


def weekend_share(sales):
    return sales["cents"][sales["day"].dt.weekday >= 5].sum() / sales["cents"].sum()


def main():
    sales = read_sales(int(sys.argv[1]) if len(sys.argv) > 1 else 160_000)
    totals = by_month(sales)
    for month in sorted(totals):
        print(month, totals[month])
    print(f"{weekend_share(sales):.6f} of it at weekends")


if __name__ == "__main__":
    main()
