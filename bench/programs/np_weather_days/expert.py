# SPDX-License-Identifier: Apache-2.0
"""The same by the least and largest of each row, and masks."""
import sys

import numpy as np


def kinds(hours):
    low, high = hours.min(axis=1), hours.max(axis=1)
    hot = high >= 30.0
    steady = ~hot & (high - low < 8.0)
    return (low < 0.0).sum(), hot.sum(), (hot & (low >= 20.0)).sum(), steady.sum(), high.max()


def main():
    days = int(sys.argv[1]) if len(sys.argv) > 1 else 1_600_000
    numbers = np.random.RandomState(3)
    hours = numbers.normal(14.0, 9.0, days)[:, None] + 5 * np.sin(np.arange(24) / 4.0) + numbers.normal(0, 1, (days, 24))
    frost, hot, nights, steady, warmest = kinds(hours)
    print(f"{frost} days of frost, {hot} hot ones, {nights} with a hot night, {steady} steady ones")
    print(f"warmest: {float(warmest)!r}")


if __name__ == "__main__":
    main()
