# SPDX-License-Identifier: Apache-2.0
"""Books that were lent: how many days each was away, the fee, and the weekday on which it came back."""
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


def fee(loan):
    days = (loan["back"] - loan["lent"]).days
    if days <= 28:
        return 0.0
    return min((days - 28) * 0.25, 5.0)


def main():
    loans = read_loans(int(sys.argv[1]) if len(sys.argv) > 1 else 170_000)
    days, weekdays = [], []
    for _, loan in loans.iterrows():
        days.append((loan["back"] - loan["lent"]).days)
        weekdays.append(loan["back"].weekday())
    loans["days"] = days
    loans["weekday"] = weekdays
    loans["fee"] = loans.apply(fee, axis=1)
    print(loans.head(10).to_string())
    print(loans["days"].max(), loans["fee"].sum(), loans["weekday"].value_counts().sort_index().to_dict())


if __name__ == "__main__":
    main()
