# SPDX-License-Identifier: Apache-2.0
"""What kind of days there were: an array of NumPy of days and hours, counts under several conditions."""
import sys

import numpy as np


def kinds(hours):
    frost, hot, nights, steady = 0, 0, 0, 0
    warmest = -100.0
    for day in range(hours.shape[0]):
        low, high = hours[day, 0], hours[day, 0]
        for hour in range(1, hours.shape[1]):
            value = hours[day, hour]
            if value < low:
                low = value
            if value > high:
                high = value
        if low < 0.0:
            frost += 1
        if high >= 30.0:
            hot += 1
            if low >= 20.0:
                nights += 1
        elif high - low < 8.0:
            steady += 1
        if high > warmest:
            warmest = high
    return frost, hot, nights, steady, warmest


def main():
    days = int(sys.argv[1]) if len(sys.argv) > 1 else 1_600_000
    numbers = np.random.RandomState(3)
    hours = numbers.normal(14.0, 9.0, days)[:, None] + 5 * np.sin(np.arange(24) / 4.0) + numbers.normal(0, 1, (days, 24))
    frost, hot, nights, steady, warmest = kinds(hours)
    print(f"{frost} days of frost, {hot} hot ones, {nights} with a hot night, {steady} steady ones")
    print(f"warmest: {float(warmest)!r}")


if __name__ == "__main__":
    main()
