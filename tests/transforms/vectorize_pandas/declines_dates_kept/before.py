import pandas as pd


def days(visits):
    return [(row.day.date(), row.day.month) for row in visits.itertuples()]


visits = pd.DataFrame({"day": pd.to_datetime(["2024-02-29", "1999-12-31"])})
print(days(visits))
