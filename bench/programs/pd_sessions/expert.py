# SPDX-License-Identifier: Apache-2.0
"""The same by the column and the one before it."""
import random
import sys

import pandas as pd


def read_visits(count):
    numbers = random.Random(71)
    users, seconds = [], []
    user, second = 0, 0
    for _ in range(count):
        if numbers.random() < 0.05:
            user += 1
            second = 0
        second += numbers.choice([5, 20, 60, 400, 2500])
        users.append(f"u{user}")
        seconds.append(second)
    return pd.DataFrame({"user": users, "second": seconds})


def number_sessions(visits):
    begins = (visits["user"] != visits["user"].shift()) | (visits["second"].diff() > 1800)
    begins.iloc[:1] = False
    return begins.cumsum()


def main():
    visits = read_visits(int(sys.argv[1]) if len(sys.argv) > 1 else 170_000)
    visits["session"] = number_sessions(visits)
    print(visits.head(10).to_string())
    print(visits["session"].max(), visits["session"].value_counts().max())


if __name__ == "__main__":
    main()
