import pandas as pd


def balances(entries):
    by_account = {}
    last = ""
    for _, entry in entries.iterrows():
        account = entry["account"] or last
        by_account.setdefault(account, []).append(entry["amount"])
        entries = entries.drop(columns="account") if account == "stop" else entries
        last = account
    return by_account, last


print(balances(pd.DataFrame({"account": ["x", "", "y", "stop", "x"], "amount": [1, 2, 3, 4, 5]})))
print(balances(pd.DataFrame({"account": ["x", None], "amount": [1.5, float("nan")]})))
