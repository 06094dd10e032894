# SPDX-License-Identifier: Apache-2.0
"""Rates of an exchange: how much each day changed, and the days that mattered."""
import random
import sys

import pandas as pd


def read_rates(count):
    numbers = random.Random(29)
    level = 100.0
    levels = []
    for _ in range(count):
        level = max(1.0, level + numbers.gauss(0.01, 1.5))
        levels.append(level)
    return pd.DataFrame({"close": levels, "volume": [numbers.randint(0, 9000) for _ in range(count)]})


def changes(rates):
    found = [0.0]
    for i in range(1, len(rates)):
        found.append((rates["close"].iloc[i] - rates["close"].iloc[i - 1]) / rates["close"].iloc[i - 1])
    return found


def mark(rates, least):
    rates["signal"] = 0
    for i in rates.index:
        if rates.loc[i, "volume"] > 4000:
            if rates.loc[i, "change"] > least:
                rates.loc[i, "signal"] = 1
            elif rates.loc[i, "change"] < -least:
                rates.loc[i, "signal"] = -1


def main():
    rates = read_rates(int(sys.argv[1]) if len(sys.argv) > 1 else 160_000)
    rates["change"] = changes(rates)
    mark(rates, 0.01)
    print(rates.head(10).to_string())
    print(rates["signal"].value_counts().sort_index().to_string())
    print(repr(float(rates["change"].abs().max())))


if __name__ == "__main__":
    main()
