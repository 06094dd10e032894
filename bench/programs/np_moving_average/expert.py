# SPDX-License-Identifier: Apache-2.0
"""The same by slices, one for each place of the window."""
import sys

import numpy as np


def read_prices(count):
    prices = []
    seed, price = 5, 100.0
    for _ in range(count):
        seed = (seed * 69069 + 1) % 4294967296
        price = price + (seed // 65536 % 201 - 100) / 100.0
        prices.append(price)
    return np.array(prices)


def moving_average(prices, window):
    count = len(prices) - window + 1
    total = np.zeros(count)
    for k in range(window):
        total += prices[k : k + count]
    return total / window


def crossings(prices, averages, window):
    apart = prices[window - 1 :] - averages
    before, now = apart[:-1], apart[1:]
    return int((((before <= 0) & (now > 0)) | ((before >= 0) & (now < 0))).sum())


def main():
    prices = read_prices(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000_000)
    for window in (20, 60):
        averages = moving_average(prices, window)
        print(window, float(averages[0]), float(averages[-1]), float(averages.max()), crossings(prices, averages, window))


if __name__ == "__main__":
    main()
