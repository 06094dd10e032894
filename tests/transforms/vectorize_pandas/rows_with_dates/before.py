import pandas as pd


def fee(loan):
    days = (loan["back"] - loan["lent"]).days
    return 0.0 if days <= 28 else min((days - 28) * 0.25, 5.0)


def weekdays(loans):
    found = {}
    for _, loan in loans.iterrows():
        found.setdefault(loan["title"], []).append((loan["back"].weekday(), loan["back"].isoformat(), loan["note"]))
    return found


first = pd.Timestamp("2023-01-02")
loans = pd.DataFrame(
    {
        "title": [f"book {i % 3}" for i in range(12)],
        "lent": [first + pd.Timedelta(days=i * i) for i in range(12)],
        "back": [first + pd.Timedelta(days=i * i + 7 * i) for i in range(12)],
        "note": [None if i % 2 else "x" for i in range(12)],
    }
)
print(weekdays(loans))
loans["fee"] = loans.apply(fee, axis=1)
print(loans["fee"].tolist())
loans.loc[3, "title"] = None
loans.loc[[3, 4], "lent"] = pd.NaT
loans.loc[5, "note"] = float("nan")
print(weekdays(loans))
loans.loc[[3, 5], "back"] = pd.NaT
print(weekdays(loans[["title", "back", "note"]]))
