import pandas as pd


def hours(table):
    total = 0
    kept = []
    for row in table.itertuples():
        if row.day.year == 2024 and row.day.hour >= 8:
            total += row.minutes * row.day.day_of_year
            kept.append(row.day.minute)
    return total, kept


def marks(table):
    out = []
    for _, row in table.iterrows():
        day = row["day"]
        out.append(row["minutes"] + day.day if day.weekday() < 5 else day.quarter)
    return out


table = pd.DataFrame(
    {
        "day": [*map(pd.Timestamp, ["2024-02-29 08:01", "2023-01-01 09:30", "2024-12-31 23:59", "2024-06-02"])],
        "minutes": [10, 20, 30, 40],
    }
)
print(hours(table), marks(table))
print(hours(table.assign(minutes=2**60)), marks(table.assign(minutes=0.5)))
print(hours(table.iloc[:0]), marks(table.iloc[:0]))
table.loc[4] = [pd.NaT, 5]
print(hours(table), marks(table))
