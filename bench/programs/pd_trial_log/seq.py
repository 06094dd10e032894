# SPDX-License-Identifier: Apache-2.0
"""A table of trials that grows row by row."""
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
    log = pd.DataFrame(columns=["seed", "steps", "side", "rate"])
    for seed in range(count):
        steps, place = trial(seed)
        new_row = {"seed": seed, "steps": steps, "side": "left" if place < 0 else "right", "rate": 6 / steps}
        log = pd.concat([log, pd.DataFrame([new_row])], ignore_index=True)
    return log


def main():
    log = run_trials(int(sys.argv[1]) if len(sys.argv) > 1 else 17_000)
    print(log["side"].tolist()[:10], log["steps"].tolist()[:10])
    print(log["steps"].max(), repr(sum(log["rate"])), log["side"].value_counts().to_dict())


if __name__ == "__main__":
    main()
