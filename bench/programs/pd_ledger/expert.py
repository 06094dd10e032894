# SPDX-License-Identifier: Apache-2.0
"""The same by lists of the columns, groups for the months."""
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
    balances, odd = {}, []
    columns = (entries.index, entries["account"].tolist(), entries["cents"].tolist(), entries["checked"].tolist())
    for number, account, cents, checked in zip(*columns):
        balance = balances.get(account, 0) + cents
        balances[account] = balance
        if balance < 0 and not checked:
            odd.append(f"{number}: {account} at {balance / 100:.2f}")
    by_month = entries.groupby(entries["day"].dt.strftime("%Y-%m"))["cents"].sum().to_dict()
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
