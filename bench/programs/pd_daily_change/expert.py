# SPDX-License-Identifier: Apache-2.0
"""The same by whole columns."""
import random
import sys

import numpy as np
import pandas as pd


def read_rates(count):
    numbers = random.Random(29)
    level = 100.0
    levels = []
    for _ in range(count):
        level = max(1.0, level + numbers.gauss(0.01, 1.5))
        levels.append(level)
    return pd.DataFrame({"close": levels, "volume": [numbers.randint(0, 9000) for _ in range(count)]})


def main():
    rates = read_rates(int(sys.argv[1]) if len(sys.argv) > 1 else 160_000)
    close = rates["close"]
    rates["change"] = ((close - close.shift()) / close.shift()).fillna(0.0)
    moved = [rates["change"] > 0.01, rates["change"] < -0.01]
    rates["signal"] = np.where(rates["volume"] > 4000, np.select(moved, [1, -1], 0), 0)
    print(rates.head(10).to_string())
    print(rates["signal"].value_counts().sort_index().to_string())
    print(repr(float(rates["change"].abs().max())))


if __name__ == "__main__":
    main()
