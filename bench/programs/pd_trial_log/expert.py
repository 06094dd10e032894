# SPDX-License-Identifier: Apache-2.0
"""The same by a list of rows, and one table of them."""
import random
import sys

import pandas as pd


def trial(seed):
    """How long a walk takes to leave a strip, and where it does."""
    numbers = random.Random(seed)
    place, steps = 0, 0
    while -6 < place < 6:
        place += numbers.choice((-1, 1))
        steps += 1
    return steps, place


def run_trials(count):
    rows = []
    for seed in range(count):
        steps, place = trial(seed)
        rows.append({"seed": seed, "steps": steps, "side": "left" if place < 0 else "right", "rate": 6 / steps})
    return pd.DataFrame(rows)


def main():
    log = run_trials(int(sys.argv[1]) if len(sys.argv) > 1 else 17_000)
    print(log["side"].tolist()[:10], log["steps"].tolist()[:10])
    print(log["steps"].max(), repr(sum(log["rate"])), log["side"].value_counts().to_dict())


if __name__ == "__main__":
    main()
