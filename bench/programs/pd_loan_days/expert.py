# SPDX-License-Identifier: Apache-2.0
"""The same by whole columns of dates."""
import random
import sys

import pandas as pd


def read_loans(count):
    numbers = random.Random(67)
    first = pd.Timestamp("2023-01-02")
    lent = [first + pd.Timedelta(days=numbers.randrange(300)) for _ in range(count)]
    return pd.DataFrame(
        {
            "title": [f"book {numbers.randrange(500)}" for _ in range(count)],
            "lent": lent,
            "back": [day + pd.Timedelta(days=numbers.randrange(1, 60)) for day in lent],
        }
    )


def main():
    loans = read_loans(int(sys.argv[1]) if len(sys.argv) > 1 else 170_000)
    loans["days"] = (loans["back"] - loans["lent"]).dt.days
    loans["weekday"] = loans["back"].dt.weekday
    loans["fee"] = ((loans["days"] - 28) * 0.25).clip(0.0, 5.0)
    print(loans.head(10).to_string())
    print(loans["days"].max(), loans["fee"].sum(), loans["weekday"].value_counts().sort_index().to_dict())


if __name__ == "__main__":
    main()
