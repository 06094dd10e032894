# SPDX-License-Identifier: Apache-2.0
"""A moving average over a list of prices, and how often the price crosses it."""
import sys


def read_prices(count):
    prices = []
    seed, price = 5, 100.0
    for _ in range(count):
        seed = (seed * 69069 + 1) % 4294967296
        price = price + (seed // 65536 % 201 - 100) / 100.0
        prices.append(price)
    return prices


def moving_average(prices, window):
    averages = []
    for i in range(len(prices) - window + 1):
        total = 0.0
        for k in range(window):
            total += prices[i + k]
        averages.append(total / window)
    return averages


def crossings(prices, averages, window):
    count = 0
    for i in range(1, len(averages)):
        before = prices[i + window - 2] - averages[i - 1]
        now = prices[i + window - 1] - averages[i]
        if before <= 0 < now or before >= 0 > now:
            count += 1
    return count


def main():
    prices = read_prices(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000_000)
    for window in (20, 60):
        averages = moving_average(prices, window)
        print(window, averages[0], averages[-1], max(averages), crossings(prices, averages, window))


if __name__ == "__main__":
    main()
