import datetime
import sys
import warnings

import pandas as pd


class Day:
    asked = 0

    def __repr__(self):
        return "Day()"

    @property
    def year(self):
        Day.asked += 1
        return Day.asked

    month = day = hour = year

    def weekday(self):
        return self.year

    def strftime(self, form):
        return [form]

    date = isocalendar = weekday


def table_of(kind):
    count = 30
    days = [pd.Timestamp("2023-12-25 22:15") + pd.Timedelta(hours=7 * (i % 11)) for i in range(count)]
    frame = pd.DataFrame(
        {
            "day": days,
            "n": [i * i % 13 for i in range(count)],
            "name": [f"n{i % 5}" for i in range(count)],
            "late": days[3:] + days[:3],
        },
        index=[f"r{i // 2}" for i in range(count)],
    )
    if kind == "missing":
        frame.loc["r3":"r5", "day"] = None
        frame.loc["r7", "late"] = None
    if kind == "all missing":
        frame["day"] = pd.to_datetime([None] * count)
    if kind == "zones":
        frame["day"] = frame["day"].dt.tz_localize("UTC")
    if kind == "nanoseconds":
        frame["day"] = frame["day"] + pd.to_timedelta([i % 4 for i in range(count)], unit="ns")
    if kind == "far" and pd.__version__ >= "2":
        frame["day"] = pd.array([datetime.datetime(9999 - i, 1, 1) for i in range(count)], dtype="datetime64[us]")
    if kind == "early" and pd.__version__ >= "2":
        frame["day"] = pd.array([datetime.datetime(1 + i * 50, 1, 1) for i in range(count)], dtype="datetime64[us]")
    if kind == "objects":
        frame["day"] = frame["day"].astype(object)
    if kind == "texts":
        frame["day"] = frame["day"].astype(str)
    if kind == "periods":
        # pandas 3.1 warns of their weekday, with the line that reads it.
        warnings.simplefilter("ignore")
        frame["day"] = frame["day"].dt.to_period("D")
    if kind == "days":
        frame["day"] = frame["day"].dt.date
    if kind == "empty":
        frame = frame.iloc[:0]
    if kind == "twice":
        frame = pd.concat([frame, frame[["day"]]], axis=1)
    if kind == "one type":
        frame = frame[["day", "late"]]
    if kind == "nullable":
        frame = frame.convert_dtypes()
    if kind == "own":
        frame["day"] = [Day() for _ in range(count)]
    if kind == "no column":
        frame = frame.drop(columns="late")
    if kind == "list":
        frame = [1, 2]
    return frame


def told(one):
    return type(one).__name__, repr(one)


def parts(table, seen):
    for label, row in table.iterrows():
        seen.append(label)
        seen.append(told(row["day"].year))
        seen.append(told(row["day"].month))
        seen.append(told(row.day.year))
        if row["day"].weekday() > 4:
            seen.append(told(row["late"].day_name()))
        seen.append(told(row["late"].isocalendar()))


def texts(table, seen):
    for label, row in table.iterrows():
        seen.append(told(row["day"].strftime("%Y-%m-%d %H:%M:%S.%f %j %%")))
        seen.append(f"{row['late'].strftime('%d.%m.'):>9} {row['day'].hour!r:>4} {row['day'].hour=}")


def changes(table, seen):
    for label, row in table.iterrows():
        table["day"] = table["late"]
        seen.append(told(row["day"].date()))
        seen.append(told(row["day"]))


def kept(table, seen):
    later = []
    for label, row in table.iterrows():
        later.append(lambda: (row["day"].quarter, row["late"].minute))
        seen.append([(row["day"].day, other) for other in range(row["late"].day % 3)])
    for function in later[:3]:
        seen.append(told(function()))


def nested(table, seen):
    for label, row in table.iterrows():
        for _, other in table.iterrows():
            if row["day"].month != other["day"].month and other["late"].second == row["late"].second:
                seen.append((label, row["day"].month, other["day"].month))
                break


def stopped(table, seen):
    number = 0
    day_year = "mine"
    for _, row in table.iterrows():
        number += 1
        if number == 7:
            raise RuntimeError(f"{row['day'].year} {day_year}")
        if row["late"].toordinal() % 5:
            continue
        seen.append(row["day"].isoformat())
        row["day"].time().missing


for kind in sys.argv[1:]:
    for work in [parts, texts, changes, kept, nested, stopped]:
        for turn in range(2):
            seen = []
            try:
                work(table_of(kind), seen)
            except Exception as error:
                seen.append((type(error).__name__, str(error)))
            print(kind, work.__name__, Day.asked, seen)
