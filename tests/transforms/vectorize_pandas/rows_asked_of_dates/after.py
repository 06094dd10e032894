import pandas as pd
from operator import itemgetter


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


def rows_of_sales(table):
    """Dicts, for a loop of by_month(); or rows of iterrows(), where these would differ."""
    labels = ("day", "cents", "paid")
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(table) is not pd.DataFrame
        or type(table.columns) is not pd.Index
        or not table.columns.is_unique
        or {*map(type, table.columns)} != {str}
        or not {*labels} <= {*table.columns}
        or hasattr(pd.Series, "day")
    ):
        return ((label, row, None, None, None, None, None, None) for label, row in table.iterrows())
    dtypes = dict(zip(table, map(str, table.dtypes)))
    plain = {"int64", "float64", "bool", "object", "str"}
    read = plain | {"datetime64[ns]", "datetime64[us]"}
    if not {dtypes[label] for label in labels} <= read:
        return ((label, row, None, None, None, None, None, None) for label, row in table.iterrows())
    kinds = {*dtypes.values()}
    numbers = kinds == {"int64", "float64"}
    row_type = "float64" if numbers else "object"
    if kinds in ({"int64"}, {"float64"}):
        numbers, row_type = True, *kinds
    elif len(dtypes) < 2 or kinds == {"object"}:
        return ((label, row, None, None, None, None, None, None) for label, row in table.iterrows())
    if table.iloc[:0].to_numpy().dtype != row_type:
        return ((label, row, None, None, None, None, None, None) for label, row in table.iterrows())
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
            return ((label, row, None, None, None, None, None, None) for label, row in table.iterrows())
        if not sure and items and pd.Series([""]).dtype != "object":
            return ((label, row, None, None, None, None, None, None) for label, row in table.iterrows())
    names = ("day",)
    kind = type("Row", (dict,), {name: property(itemgetter(name)) for name in names})
    day_year = asked_of_dates(table["day"], lambda date: date.year)
    day_month = asked_of_dates(table["day"], lambda date: date.month)
    day_weekday = asked_of_dates(table["day"], lambda date: date.weekday())
    day_text = asked_of_dates(table["day"], lambda date: date.strftime('%d.%m.%y'))
    paid_date = asked_of_dates(table["paid"], lambda date: date.date())
    paid_day_name = asked_of_dates(table["paid"], lambda date: date.day_name())
    columns = [table[label] for label in labels]
    if numbers:
        columns = [column.to_numpy(row_type, copy=True) for column in columns]
    else:
        columns = dict(zip(labels, columns))
        if not any(None in values for values in (day_year, day_month, day_weekday, day_text)):
            columns["day"] = columns["day"].isna()
        columns = [column.tolist() for column in columns.values()]
    rows = (
        kind({"day": item_1, "cents": item_2, "paid": item_3})
        for item_1, item_2, item_3 in zip(*columns)
    )
    return zip(table.index, rows, day_year, day_month, day_weekday, day_text, paid_date, paid_day_name)


def by_month(sales):
    totals = {}
    for _, sale, day_year, day_month, day_weekday, day_text, paid_date, paid_day_name in rows_of_sales(sales):
        month = ((day_year if day_year is not None else sale["day"].year), (day_month if day_month is not None else sale.day.month))
        totals[month] = totals.get(month, 0) + sale["cents"]
        if (day_weekday if day_weekday is not None else sale["day"].weekday()) >= 5:
            print(f"{(day_text if day_text is not None else sale['day'].strftime('%d.%m.%y')):>10}", (day_year if day_year is not None else sale["day"].year))
        if sale["paid"] is not pd.NaT:
            print((paid_date if paid_date is not None else sale["paid"].date()), (paid_day_name if paid_day_name is not None else sale["paid"].day_name()))
    return totals


sales = pd.DataFrame(
    {
        "day": pd.to_datetime(["2024-01-06", "2024-02-29", "2023-12-31", "2024-01-06"]),
        "cents": [250, 1999, 3, 70],
        "paid": pd.to_datetime(["2024-01-08 09:30", None, "2024-01-08 09:30", "2024-03-01 00:00"]),
    }
)
print(by_month(sales))
print(by_month(sales.iloc[:0]))
print(by_month(sales.astype({"paid": object})))
sales.loc[2, "day"] = None
try:
    print(by_month(sales.iloc[2:]))
except ValueError as error:
    print(error)
sales["cents"] = pd.array([1, None, 2, 3], dtype="Int64")
print(by_month(sales[["day", "cents", "paid"]].iloc[:2]))
