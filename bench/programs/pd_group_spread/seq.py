# SPDX-License-Identifier: Apache-2.0
"""How far the readings of each station are apart, by a function for groups, and a loop over groups."""
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


def spread(readings):
    return readings["level"].max() - readings["level"].min()


def alarms(log):
    found = {}
    for station, readings in log.groupby("station"):
        found[station] = readings["alarm"].sum()
    return found


def main():
    log = read_log(int(sys.argv[1]) if len(sys.argv) > 1 else 1_500_000)
    spreads = log.groupby("station")[["level", "alarm"]].apply(spread)
    found = alarms(log)
    print(spreads.head(10).to_string())
    print(spreads.max(), len(found), max(found.values()), sum(found.values()))


if __name__ == "__main__":
    main()
