# SPDX-License-Identifier: Apache-2.0
"""The highest price of the last days for each day, and the days that reach it, by slices of a column."""
import random
import sys

import pandas as pd


def read_prices(count):
    numbers = random.Random(79)
    level, levels = 100.0, []
    for _ in range(count):
        level = max(1.0, level + numbers.gauss(0.01, 1.0))
        levels.append(round(level, 2))
    return pd.DataFrame({"price": levels})


def highs(prices, days):
    found = []
    for i in range(len(prices)):
        found.append(prices["price"].iloc[max(0, i - days + 1) : i + 1].max())
    return found


def main():
    prices = read_prices(int(sys.argv[1]) if len(sys.argv) > 1 else 150_000)
    prices["high"] = highs(prices, 20)
    prices["signal"] = ""
    for i, row in prices.iterrows():
        if row["price"] == row["high"]:
            prices.at[i, "signal"] = "high"
    print(prices.head(10).to_string())
    print((prices["signal"] == "high").sum(), repr(float(prices["high"].mean())))


if __name__ == "__main__":
    main()
