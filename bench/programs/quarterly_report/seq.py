# SPDX-License-Identifier: Apache-2.0
"""A report of four independent analyses of one year of orders, one after the other."""
import sys
from collections import defaultdict


def make_orders(count):
    orders = []
    state = 99
    for number in range(count):
        state = (state * 1103515245 + 12345) % 2147483648
        orders.append((number % 365, state >> 8 & 63, (state >> 14) % 900 + 100, state >> 5 & 3))
    return orders


def best_window(orders, days):
    """The days in a row with the highest turnover, all windows tried."""
    turnover = [0] * 365
    for day, _, amount, _ in orders:
        turnover[day] += amount
    best = (0, 0)
    for rounds in range(400):
        for begin in range(365 - days):
            total = 0
            for day in range(begin, begin + days):
                total += turnover[day] * (rounds + 1) // (rounds + 1)
            best = max(best, (total, -begin))
    return -best[1], best[0]


def pair_counts(orders, customers):
    """Customers of which one orders within two weeks of the other."""
    days = defaultdict(set)
    for day, customer, _, _ in orders:
        days[customer].add(day)
    pairs = []
    for a in range(customers):
        for b in range(a + 1, customers):
            together = sum(1 for day in range(365) for lag in range(14) if day in days[a] and day + lag in days[b])
            pairs.append((together, a, b))
    return sorted(pairs, reverse=True)[:3]


def smooth_demand(orders, width):
    demand = [0.0] * 365
    for day, _, amount, _ in orders:
        demand[day] += amount
    for _ in range(2_000):
        demand = [sum(demand[max(0, k - width):k + width + 1]) / (min(364, k + width) - max(0, k - width) + 1)
                  for k in range(365)]
        demand = [value + (k % 7) * 0.5 for k, value in enumerate(demand)]
    return max(demand), min(demand)


def median_by_region(orders, regions):
    medians = []
    for region in range(regions):
        amounts = [amount + day / 365 for day, _, amount, where in orders if where == region]
        for gap in (701, 301, 132, 57, 23, 10, 4, 1):
            for i in range(gap, len(amounts)):
                value, j = amounts[i], i
                while j >= gap and amounts[j - gap] > value:
                    amounts[j] = amounts[j - gap]
                    j -= gap
                amounts[j] = value
        medians.append(amounts[len(amounts) // 2])
    return medians


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 120_000
    orders = make_orders(count)
    window = best_window(orders, 90)
    pairs = pair_counts(orders, 64)
    demand = smooth_demand(orders, 20)
    medians = median_by_region(orders, 4)
    print("best quarter begins on day", window[0], "with", window[1])
    for together, a, b in pairs:
        print(f"customers {a} and {b}: {together} times")
    print("demand between", round(demand[1], 3), "and", round(demand[0], 3))
    print("medians:", *(f"{value:.4f}" for value in medians))


if __name__ == "__main__":
    main()
