import sys

import pandas as pd

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 300
LIMIT = 28


class Day:
    """Has fields of a date, and says when it is asked."""

    def __init__(self, month):
        self._month = month

    def __repr__(self):
        return f"Day({self._month})"

    @property
    def month(self):
        print("asked", self._month)
        return self._month

    def weekday(self):
        return "a day"


def age(row):
    return (row["seen"] - row["day"]).days


def kind(row):
    if row["n"] % 2 and row["day"].month > 6:
        return row["day"].day
    return LIMIT


def by_rows(table):
    table["age"] = table.apply(age, axis=1)
    table["kind"] = table.apply(kind, axis=1)
    return table


def by_column(table):
    table["week"] = table["day"].apply(lambda day: day.weekday() * 10 if day.month in (2, 3) else day.hour)
    return table


def by_loop(table):
    out = []
    for row in table.itertuples(index=False):
        out.append(row.day.year - row.seen.year)
    return out


def moved(table):
    for i in table.index:
        table.at[i, "n"] = table.at[i, "day"].month + table.at[i, "n"]
    return table


def before(table):
    out = []
    for i in range(1, len(table)):
        out.append((table["day"].iloc[i] - table["day"].iloc[i - 1]).days)
    return out


def show(table):
    for one in (by_rows, by_column, by_loop, moved, before):
        try:
            result = one(table.copy())
        except Exception as error:
            result = type(error).__name__
        if isinstance(result, pd.DataFrame):
            result = (result.to_dict("list"), result.dtypes.tolist())
        print(one.__name__, result)


days = pd.Series(pd.date_range("2023-12-30 13:00", periods=SIZE, freq="17h"))
plain = pd.DataFrame({"day": days, "seen": days[::-1].tolist(), "n": range(SIZE)})
show(plain)
few = plain.iloc[:4].copy()
show(few.assign(day=few["day"].dt.tz_localize("Europe/Paris")))
show(few.assign(day=few["day"].dt.tz_localize("Europe/Paris"), seen=few["seen"].dt.tz_localize("UTC")))
show(few.assign(day=few["day"].dt.to_period("D")))
show(few.assign(day=few["day"] - few["day"][0]))
show(few.assign(day=few["day"].where(few["n"] != 2)))
show(few.assign(seen=few["seen"].where(few["n"] > 3)))
show(few.assign(day=few["day"].astype(object)))
show(few.assign(day=few["day"].astype("category")))
show(few.assign(day=[Day(n) for n in range(4)]))
show(few.assign(day=few["day"].dt.date))
show(few.assign(day=[pd.Timestamp.max, pd.Timestamp.min.ceil("D"), *few["day"][2:]]))
show(few.assign(day=[pd.Timestamp("1677-09-22")] * 4, seen=[pd.Timestamp("2262-04-11")] * 4))
show(few.assign(day="2024-01-01"))
show(few.assign(n=few["n"] / 2))
show(few.assign(n=2**62))
show(few.drop(columns="seen"))
show(few.iloc[:1])
show(few.iloc[:0])
show(few.set_axis([1, 1, 2, 2]))
show(few[["day", "seen"]])
few.attrs["from"] = "here"
show(few)
