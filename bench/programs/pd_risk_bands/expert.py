# SPDX-License-Identifier: Apache-2.0
"""The same by whole columns."""
import random
import sys

import numpy as np
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


def main():
    loans = read_loans(int(sys.argv[1]) if len(sys.argv) > 1 else 500_000)
    burden = loans["amount"] / loans["years"] / loans["income"]
    safe = (burden < 0.1) | ((loans["kind"] == "house") & (burden < 0.3))
    loans["band"] = np.select([loans["income"] == 0, safe, burden < 0.35], ["D", "A", "B"], "C")
    loans["rate"] = np.where(loans["band"] == "A", 0.04, 0.05 + loans["years"] * 0.001)
    loans["long"] = loans["years"] > 20
    print(loans.head(10).to_string())
    print(loans["band"].value_counts().sort_index().to_string())
    print(loans["rate"].sum(), loans["long"].sum())


if __name__ == "__main__":
    main()
