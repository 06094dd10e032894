import pandas as pd


def is_late(visit):
    return visit["day"].year > 2023


def asked_of_dates(column, function):
    """What the function gives for each date, asked once for equal ones; or Nones."""
    if str(column.dtype) not in {"datetime64[ns]", "datetime64[us]"}:
        return [None] * len(column)
    codes, items = pd.factorize(column)
    try:
        values = [function(item) for item in items]
    except Exception:
        return [None] * len(column)
    values.append(None)  # of missing dates, whose code is -1
    return [values[code] for code in codes.tolist()]


def rows_of_visits(table):
    """Dicts, for a loop of listing(); or rows of iterrows(), where these would differ."""
    labels = ("day", "name")
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(table) is not pd.DataFrame
        or type(table.columns) is not pd.Index
        or not table.columns.is_unique
        or {*map(type, table.columns)} != {str}
        or not {*labels} <= {*table.columns}
    ):
        return ((label, row, None) for label, row in table.iterrows())
    dtypes = dict(zip(table, map(str, table.dtypes)))
    plain = {"int64", "float64", "bool", "object", "str"}
    read = plain | {"datetime64[ns]", "datetime64[us]"}
    if not {dtypes[label] for label in labels} <= read:
        return ((label, row, None) for label, row in table.iterrows())
    kinds = {*dtypes.values()}
    numbers = kinds == {"int64", "float64"}
    row_type = "float64" if numbers else "object"
    if kinds in ({"int64"}, {"float64"}):
        numbers, row_type = True, *kinds
    elif len(dtypes) < 2 or kinds == {"object"}:
        return ((label, row, None) for label, row in table.iterrows())
    if table.iloc[:0].to_numpy().dtype != row_type:
        return ((label, row, None) for label, row in table.iterrows())
    if not kinds & {"int64", "bool"}:
        texts = [label for label in dtypes if dtypes[label] in {"object", "str"}]
        sure = any({*map(type, table[label].tolist())} == {str} for label in texts)
        dates = [label for label in dtypes if dtypes[label] in read - plain]
        sure = sure and any(not table[label].isna().any() for label in dates)
        items = {
            type(item)
            for label, dtype in dtypes.items()
            if dtype == "object"
            for item in table[label].tolist()
        }
        if not sure and (not kinds <= plain or not items <= {str, float}):
            return ((label, row, None) for label, row in table.iterrows())
        if not sure and items and pd.Series([""]).dtype != "object":
            return ((label, row, None) for label, row in table.iterrows())
    day_hour = asked_of_dates(table["day"], lambda date: date.hour)
    columns = [table[label] for label in labels]
    if numbers:
        columns = [column.to_numpy(row_type, copy=True) for column in columns]
    else:
        columns = [column.tolist() for column in columns]
    rows = (
        {"day": item_1, "name": item_2}
        for item_1, item_2 in zip(*columns)
    )
    return zip(table.index, rows, day_hour)


def listing(visits):
    for _, visit, day_hour in rows_of_visits(visits):
        print(f"{visit['day'].day=}", visit["day"].strftime("%d %b"), is_late(visit))
        print(visit["day"].month_name(locale=None), visit["day"].timestamp())
        print(visit["name"].upper(), (day_hour if day_hour is not None else visit["day"].hour))
    else:
        print(visit["day"].minute)


visits = pd.DataFrame(
    {
        "day": pd.to_datetime(["2024-01-06 10:30", "2023-02-28 23:59"]),
        "name": ["Ida", "Ole"],
        "count": [1, 2],
    }
)
listing(visits)
