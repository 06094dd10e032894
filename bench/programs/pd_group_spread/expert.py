# SPDX-License-Identifier: Apache-2.0
"""The same by what groups can do themselves."""
import random
import sys

import pandas as pd


def read_log(count):
    numbers = random.Random(59)
    return pd.DataFrame(
        {
            "station": [numbers.randrange(count // 20) for _ in range(count)],
            "level": [numbers.gauss(50, 12) for _ in range(count)],
            "alarm": [numbers.random() < 0.01 for _ in range(count)],
        }
    )


def main():
    log = read_log(int(sys.argv[1]) if len(sys.argv) > 1 else 1_500_000)
    groups = log.groupby("station")
    spreads = groups["level"].max() - groups["level"].min()
    spreads.name = None
    found = groups["alarm"].sum().to_dict()
    print(spreads.head(10).to_string())
    print(spreads.max(), len(found), max(found.values()), sum(found.values()))


if __name__ == "__main__":
    main()
