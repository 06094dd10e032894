# SPDX-License-Identifier: Apache-2.0
"""Readings of sensors, corrected one by one with a helper; gaps stay gaps."""
import random
import sys

import pandas as pd


def read_log(count):
    numbers = random.Random(5)
    return pd.DataFrame(
        {
            "celsius": [numbers.gauss(20, 4) if numbers.random() > 0.02 else float("nan") for _ in range(count)],
            "offset": [numbers.choice([0.0, 0.25, -0.5]) for _ in range(count)],
            "gain": [1 + numbers.random() / 50 for _ in range(count)],
        }
    )


def corrected(value, offset, gain):
    fixed = (value - offset) / gain
    return fixed if fixed > 0 else 0.0


def main():
    log = read_log(int(sys.argv[1]) if len(sys.argv) > 1 else 1_500_000)
    readings = []
    for value, offset, gain in zip(log["celsius"], log["offset"], log["gain"]):
        readings.append(corrected(value, offset, gain))
    log["corrected"] = readings
    warm = [row.corrected - row.celsius for row in log.itertuples() if row.corrected > 21]
    log["kelvin"] = log.apply(lambda row: row["corrected"] + 273.15, axis=1)
    print(log.head(12).to_string())
    print(len(warm), sum(warm), log["kelvin"].max())


if __name__ == "__main__":
    main()
