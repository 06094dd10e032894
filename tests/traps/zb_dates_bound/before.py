import sys

import pandas as pd

visits = pd.DataFrame(
    {
        "day": pd.to_datetime(["2024-01-06 10:30", "2023-02-28 23:59", "2021-12-31 00:00", None, "2020-02-29 12:00"]),
        "name": ["Ida", "Ole", "Una", "Ida", None],
        "count": [1, 2, 3, 4, 5],
    }
)
months = pd.DataFrame({"number": [1, 2, 12, 2, 1, 12] * 9, "title": list("abcdef") * 9})
last = visits.iloc[2]
if sys.argv[1] == "none":
    visits["day"] = pd.to_datetime([None] * 5)


def by_nonlocal(table):
    seen = []
    row = None

    def back():
        nonlocal row
        row = last

    for _, row in table.iterrows():
        if row["count"] == 2:
            back()
        seen.append((row["count"], row["day"].year))
    return seen


class Holder:
    row = None


def by_attribute(table):
    holder = Holder()
    seen = []
    for _, row in table.iterrows():
        holder.row = row["name"]
        seen.append((holder.row, row["day"].month))
    return seen


def in_odd_places(table):
    seen = []
    for (label, row) in table.iterrows():
        def told(year=row["day"].year):
            return label, year, row["day"].day

        later = (row["day"].hour + other for other in range(2))
        seen.append((told(), told, list(later), lambda: row["day"].quarter))
        seen[-1] = seen[-1][:1] + seen[-1][2:3] + (seen[-1][3](),)
        seen.append(f"{row['day'].day!r:>4}{1:{row['count'] + 1}}{row['day'].minute:=5}")
        seen.append(row["day"].year.real if row["day"].year == row["day"].year else "none")
        seen.append([year for year in [row["day"].year] if year])
        seen.append({row["day"].month: row["day"].isoweekday(), **{"a": row["day"].second}})
        assert row["day"].month != 13, row["day"].month
        if (found := row["day"].day_of_year) and not row["day"].microsecond:
            seen.append(found)
    return seen


def stored(table):
    seen = []
    for label, row in table.iterrows():
        try:
            row["day"].year += 1
        except Exception as error:
            seen.append(type(error).__name__)
        try:
            del row["day"].month
        except Exception as error:
            seen.append(type(error).__name__)
        try:
            for row["day"].day in [3]:
                seen.append("stored")
        except Exception as error:
            seen.append(type(error).__name__)
        seen.append((row["day"].year, row["day"].month, row["day"].day))
    return seen


def searched(table):
    seen = []
    for _, row in table.iterrows():
        mine = months[months["number"] == row["day"].month]
        seen.append((len(mine), row["day"].month))
    return seen


def forms(table):
    seen = []
    for _, row in table.iterrows():
        try:
            seen.append((row["day"].strftime("%Y%%"), row["day"].strftime(r"%d\d"), row["day"].strftime("")))
            seen.append((row["day"].strftime("é %Y"), row["day"].strftime("%-d"), row["day"].strftime("%")))
            seen.append(row["day"].strftime(format="%H"))
        except ValueError as error:
            seen.append(str(error))
    return seen


def twice(table):
    seen = []
    for _, row in table.iterrows():
        seen.append(row["day"].date())
    for _, row in table.iterrows():
        seen.append(row["day"].date() if row["count"] % 2 else row["day"].time())
    return seen


def ends(table):
    total = 0
    try:
        for number, row in table.iterrows():
            total += row["day"].toordinal()
    finally:
        print(total)


def back():
    global row
    row = last


for work in [by_nonlocal, by_attribute, in_odd_places, stored, searched, forms, twice, ends]:
    for table in [visits, visits.iloc[:3], visits.iloc[:0], visits[["day", "name", "count"]].astype({"day": object})]:
        try:
            print(work.__name__, work(table))
        except Exception as error:
            print(work.__name__, type(error).__name__, error)

for _, row in visits.iterrows():
    if row["count"] == 2:
        back()
    print(row["count"], row["day"].year)
