# SPDX-License-Identifier: Apache-2.0
"""Balances of accounts, booked entry by entry, with a log of what is odd."""
import random
import sys

import pandas as pd

ACCOUNTS = ["rent", "food", "travel", "books", "salary"]


def read_entries(count):
    numbers = random.Random(37)
    days = pd.date_range("2021-01-01", periods=365)
    return pd.DataFrame(
        {
            "day": [days[numbers.randrange(365)] for _ in range(count)],
            "account": [numbers.choice(ACCOUNTS) for _ in range(count)],
            "cents": [numbers.randint(-9_000, 10_000) for _ in range(count)],
            "checked": [numbers.random() < 0.9 for _ in range(count)],
        }
    )


def book(entries):
    balances, by_month, odd = {}, {}, []
    for number, entry in entries.iterrows():
        account = entry["account"]
        balance = balances.get(account, 0) + entry["cents"]
        balances[account] = balance
        month = entry["day"].strftime("%Y-%m")
        by_month[month] = by_month.get(month, 0) + entry["cents"]
        if balance < 0 and not entry["checked"]:
            odd.append(f"{number}: {account} at {balance / 100:.2f}")
    return balances, by_month, odd


def main():
    entries = read_entries(int(sys.argv[1]) if len(sys.argv) > 1 else 260_000)
    balances, by_month, odd = book(entries)
    for account in sorted(balances):
        print(account, balances[account])
    print(sorted(by_month.items()))
    print(len(odd), odd[:5])


if __name__ == "__main__":
    main()
