# SPDX-License-Identifier: Apache-2.0
"""The same by whole columns."""
import random
import sys

import pandas as pd

RATES = {"EUR": 1.0, "USD": 0.92, "GBP": 1.17, "CHF": 1.05, "SEK": 0.088}
FEES = {"card": 0.3, "transfer": 0.0}


def read_payments(count):
    numbers = random.Random(23)
    return pd.DataFrame(
        {
            "amount": [round(numbers.uniform(1, 900), 2) for _ in range(count)],
            "currency": [numbers.choice(list(RATES)) for _ in range(count)],
            "way": [numbers.choice(["card", "transfer", "cash"]) for _ in range(count)],
        }
    )


def main():
    payments = read_payments(int(sys.argv[1]) if len(sys.argv) > 1 else 400_000)
    value = payments["amount"] * payments["currency"].map(RATES)
    payments["euros"] = value - payments["way"].map(FEES).fillna(0.1)
    foreign = float(value[payments["currency"] != "EUR"].cumsum().iloc[-1])
    print(payments.head(10).to_string())
    print(f"{float(payments['euros'].sum())!r} in all, {foreign!r} from abroad")


if __name__ == "__main__":
    main()
