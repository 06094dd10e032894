# SPDX-License-Identifier: Apache-2.0
"""The same by a rolling window and a mask."""
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


def main():
    prices = read_prices(int(sys.argv[1]) if len(sys.argv) > 1 else 150_000)
    prices["high"] = prices["price"].rolling(20, min_periods=1).max()
    prices["signal"] = ""
    prices.loc[prices["price"] == prices["high"], "signal"] = "high"
    print(prices.head(10).to_string())
    print((prices["signal"] == "high").sum(), repr(float(prices["high"].mean())))


if __name__ == "__main__":
    main()
