import pandas as pd


def fee(loan):
    days = (loan["back"] - loan["lent"]).days
    return 0.0 if days <= 28 else min((days - 28) * 0.25, 5.0)


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


def rows_of_loans(table):
    """Dicts, for a loop of weekdays(); or rows of iterrows(), where these would differ."""
    labels = ("title", "back", "note")
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(table) is not pd.DataFrame
        or type(table.columns) is not pd.Index
        or not table.columns.is_unique
        or {*map(type, table.columns)} != {str}
        or not {*labels} <= {*table.columns}
    ):
        return ((label, row, None, None) for label, row in table.iterrows())
    dtypes = dict(zip(table, map(str, table.dtypes)))
    plain = {"int64", "float64", "bool", "object", "str"}
    read = plain | {"datetime64[ns]", "datetime64[us]"}
    if not {dtypes[label] for label in labels} <= read:
        return ((label, row, None, None) for label, row in table.iterrows())
    kinds = {*dtypes.values()}
    numbers = kinds == {"int64", "float64"}
    row_type = "float64" if numbers else "object"
    if kinds in ({"int64"}, {"float64"}):
        numbers, row_type = True, *kinds
    elif len(dtypes) < 2 or kinds == {"object"}:
        return ((label, row, None, None) for label, row in table.iterrows())
    if table.iloc[:0].to_numpy().dtype != row_type:
        return ((label, row, None, None) for label, row in table.iterrows())
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
            return ((label, row, None, None) for label, row in table.iterrows())
        if not sure and items and pd.Series([""]).dtype != "object":
            return ((label, row, None, None) for label, row in table.iterrows())
    back_weekday = asked_of_dates(table["back"], lambda date: date.weekday())
    back_isoformat = asked_of_dates(table["back"], lambda date: date.isoformat())
    columns = [table[label] for label in labels]
    if numbers:
        columns = [column.to_numpy(row_type, copy=True) for column in columns]
    else:
        columns = dict(zip(labels, columns))
        if not any(None in values for values in (back_weekday, back_isoformat)):
            columns["back"] = columns["back"].isna()
        columns = [column.tolist() for column in columns.values()]
    rows = (
        {"title": item_1, "back": item_2, "note": item_3}
        for item_1, item_2, item_3 in zip(*columns)
    )
    return zip(table.index, rows, back_weekday, back_isoformat)


def weekdays(loans):
    found = {}
    for _, loan, back_weekday, back_isoformat in rows_of_loans(loans):
        found.setdefault(loan["title"], []).append(((back_weekday if back_weekday is not None else loan["back"].weekday()), (back_isoformat if back_isoformat is not None else loan["back"].isoformat()), loan["note"]))
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
