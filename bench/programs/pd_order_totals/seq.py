# SPDX-License-Identifier: Apache-2.0
"""A month of orders: what each comes to, row by row, and what all of them do."""
import random
import sys

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


def totals(orders):
    found = []
    for _, order in orders.iterrows():
        net = order["price"] * order["pieces"]
        if order["pieces"] >= 10:
            net = net * 0.95
        found.append(net * (1 + TAX))
    return found


def outstanding(orders):
    total = 0.0
    largest = 0.0
    for _, order in orders.iterrows():
        if order["state"] == "open":
            total += order["price"] * order["pieces"]
    for order in orders.itertuples():
        value = order.price * order.pieces
        if value > largest:
            largest = value
    return total, largest


def main():
    orders = read_orders(int(sys.argv[1]) if len(sys.argv) > 1 else 180_000)
    orders["total"] = totals(orders)
    total, largest = outstanding(orders)
    print(orders.head(10).to_string())
    print(f"{orders['total'].sum()!r} in all, {total!r} outstanding, {largest!r} at most")


if __name__ == "__main__":
    main()
