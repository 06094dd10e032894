# SPDX-License-Identifier: Apache-2.0
"""The same by one grouping, the groups in the order in which they come up."""
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
    groups = orders.groupby("customer", sort=False)
    return groups.agg(orders=("cents", "size"), cents=("cents", "sum"), most=("pieces", "max")).reset_index()


def main():
    orders = read_orders(int(sys.argv[1]) if len(sys.argv) > 1 else 80_000)
    customers = summary(orders)
    print(customers.head(10).to_string())
    print(len(customers), customers["cents"].max(), customers["orders"].sum(), customers["most"].min())


if __name__ == "__main__":
    main()
