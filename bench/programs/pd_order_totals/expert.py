# SPDX-License-Identifier: Apache-2.0
"""The same by whole columns."""
import random
import sys

import numpy as np
import pandas as pd

TAX = 0.19


def read_orders(count):
    numbers = random.Random(7)
    return pd.DataFrame(
        {
            "order": range(count),
            "price": [round(numbers.uniform(1, 400), 2) for _ in range(count)],
            "pieces": [numbers.randint(1, 12) for _ in range(count)],
            "state": [numbers.choice(["paid", "open", "cancelled"]) for _ in range(count)],
        }
    )


def main():
    orders = read_orders(int(sys.argv[1]) if len(sys.argv) > 1 else 180_000)
    value = orders["price"] * orders["pieces"]
    orders["total"] = np.where(orders["pieces"] >= 10, value * 0.95, value) * (1 + TAX)
    total = float(value[orders["state"] == "open"].cumsum().iloc[-1])
    largest = float(value.max())
    print(orders.head(10).to_string())
    print(f"{orders['total'].sum()!r} in all, {total!r} outstanding, {largest!r} at most")


if __name__ == "__main__":
    main()
