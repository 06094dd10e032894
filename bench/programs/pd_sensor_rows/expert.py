# SPDX-License-Identifier: Apache-2.0
"""The same by whole columns."""
import random
import sys

import numpy as np
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


def main():
    log = read_log(int(sys.argv[1]) if len(sys.argv) > 1 else 1_500_000)
    fixed = (log["celsius"] - log["offset"]) / log["gain"]
    log["corrected"] = np.where(fixed > 0, fixed, 0.0)
    warm = (log["corrected"] - log["celsius"])[log["corrected"] > 21].tolist()
    log["kelvin"] = log["corrected"] + 273.15
    print(log.head(12).to_string())
    print(len(warm), sum(warm), log["kelvin"].max())


if __name__ == "__main__":
    main()
