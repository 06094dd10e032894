# SPDX-License-Identifier: Apache-2.0
"""A line for each customer: the table is searched anew for every one of them."""
import random
import sys

import pandas as pd


def read_orders(count):
    numbers = random.Random(53)
    return pd.DataFrame(
        {
            "customer": [f"c{numbers.randrange(count // 40)}" for _ in range(count)],
            "pieces": [numbers.randint(1, 30) for _ in range(count)],
            "cents": [numbers.randint(50, 9_000) for _ in range(count)],
        }
    )


def summary(orders):
    rows = []
    for customer in orders["customer"].unique():
        mine = orders[orders["customer"] == customer]
        rows.append(
            {
                "customer": customer,
                "orders": len(mine),
                "cents": mine["cents"].sum(),
                "most": mine["pieces"].max(),
            }
        )
    return pd.DataFrame(rows)


def main():
    orders = read_orders(int(sys.argv[1]) if len(sys.argv) > 1 else 80_000)
    customers = summary(orders)
    print(customers.head(10).to_string())
    print(len(customers), customers["cents"].max(), customers["orders"].sum(), customers["most"].min())


if __name__ == "__main__":
    main()
