import pandas as pd


def rows_of_entries(table):
    """Dicts, for a loop of balances(); or rows of iterrows(), where these would differ."""
    labels = ("account", "amount")
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(table) is not pd.DataFrame
        or type(table.columns) is not pd.Index
        or not table.columns.is_unique
        or {*map(type, table.columns)} != {str}
        or not {*labels} <= {*table.columns}
    ):
        return table.iterrows()
    dtypes = dict(zip(table, map(str, table.dtypes)))
    plain = {"int64", "float64", "bool", "object", "str"}
    read = plain | {"datetime64[ns]", "datetime64[us]"}
    if not {dtypes[label] for label in labels} <= read:
        return table.iterrows()
    kinds = {*dtypes.values()}
    numbers = kinds == {"int64", "float64"}
    row_type = "float64" if numbers else "object"
    if kinds in ({"int64"}, {"float64"}):
        numbers, row_type = True, *kinds
    elif len(dtypes) < 2 or kinds == {"object"}:
        return table.iterrows()
    if table.iloc[:0].to_numpy().dtype != row_type:
        return table.iterrows()
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
            return table.iterrows()
        if not sure and items and pd.Series([""]).dtype != "object":
            return table.iterrows()
    columns = [table[label] for label in labels]
    if numbers:
        columns = [column.to_numpy(row_type, copy=True) for column in columns]
    else:
        columns = [column.tolist() for column in columns]
    rows = (
        {"account": item_1, "amount": item_2}
        for item_1, item_2 in zip(*columns)
    )
    return zip(table.index, rows)


def balances(entries):
    by_account = {}
    last = ""
    for _, entry in rows_of_entries(entries):
        account = entry["account"] or last
        by_account.setdefault(account, []).append(entry["amount"])
        entries = entries.drop(columns="account") if account == "stop" else entries
        last = account
    return by_account, last


print(balances(pd.DataFrame({"account": ["x", "", "y", "stop", "x"], "amount": [1, 2, 3, 4, 5]})))
print(balances(pd.DataFrame({"account": ["x", None], "amount": [1.5, float("nan")]})))
