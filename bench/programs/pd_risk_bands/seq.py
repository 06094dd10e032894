# SPDX-License-Identifier: Apache-2.0
"""Risk bands of loans by apply(), with a rule of several lines."""
import random
import sys

import pandas as pd


def read_loans(count):
    numbers = random.Random(11)
    return pd.DataFrame(
        {
            "amount": [numbers.randint(1, 900) * 100 for _ in range(count)],
            "income": [numbers.randint(0, 120) * 1000 for _ in range(count)],
            "years": [numbers.randint(1, 30) for _ in range(count)],
            "kind": [numbers.choice(["car", "house", "study"]) for _ in range(count)],
        }
    )


def band(loan):
    """A for the safe ones, D for what nobody should lend."""
    if loan["income"] == 0:
        return "D"
    burden = loan["amount"] / loan["years"] / loan["income"]
    if loan["kind"] == "house" and burden < 0.3:
        return "A"
    elif burden < 0.1:
        return "A"
    elif burden < 0.35:
        return "B"
    return "C"


def main():
    loans = read_loans(int(sys.argv[1]) if len(sys.argv) > 1 else 500_000)
    loans["band"] = loans.apply(band, axis=1)
    loans["rate"] = loans.apply(lambda loan: 0.04 if loan["band"] == "A" else 0.05 + loan["years"] * 0.001, axis=1)
    loans["long"] = loans["years"].apply(lambda years: years > 20)
    print(loans.head(10).to_string())
    print(loans["band"].value_counts().sort_index().to_string())
    print(loans["rate"].sum(), loans["long"].sum())


if __name__ == "__main__":
    main()
