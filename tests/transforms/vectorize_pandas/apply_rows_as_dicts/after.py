import pandas as pd
from contextlib import nullcontext

NAMES = {"DE": "Germany", "FR": "France"}


def label(parcel):
    words = [parcel["note"].upper()]
    for place in range(parcel["pieces"]):
        words.append(NAMES[parcel["country"]] + str(place))
    return " ".join(words)


parcels = pd.DataFrame({"country": ["DE", "FR", "DE"], "pieces": [2, 0, 1], "note": ["a", "b", ""]})


def label_by_rows(table, function):
    """What apply() gives, by dicts for rows; or None, where these would differ."""
    labels = ("note", "pieces", "country")
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(table) is not pd.DataFrame
        or type(table.columns) is not pd.Index
        or not table.columns.is_unique
        or {*map(type, table.columns)} != {str}
        or not {*labels} <= {*table.columns}
        or len(table) == 0
        or table.attrs
        or not table.flags.allows_duplicate_labels
    ):
        return None
    dtypes = dict(zip(table, map(str, table.dtypes)))
    plain = {"int64", "float64", "bool", "object", "str"}
    read = plain | {"datetime64[ns]", "datetime64[us]"}
    if not {dtypes[label] for label in labels} <= read:
        return None
    kinds = {*dtypes.values()}
    numbers = kinds == {"int64", "float64"}
    row_type = "float64" if numbers else "object"
    if len(dtypes) < 2 or kinds == {"object"}:
        return None
    if table.iloc[:0].to_numpy().dtype != row_type:
        return None
    if table.iloc[0].dtype != row_type:
        return None
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
            return None
        if not sure and items and pd.Series([""]).dtype != "object":
            return None
    columns = [table[label] for label in labels]
    if numbers:
        columns = [column.to_numpy("float64", copy=True) for column in columns]
    else:
        columns = [column.tolist() for column in columns]
    part = table.iloc[:, :1]
    values = []
    option = "mode.chained_assignment"
    old = pd.__version__ < "3"
    with pd.option_context(option, None) if old else nullcontext():
        for item_1, item_2, item_3 in zip(*columns):
            value = function({"note": item_1, "pieces": item_2, "country": item_3})
            if isinstance(value, pd.Series):
                value = value.copy(deep=False)
            values.append(value)
    if {*map(type, values)} <= {bool, int, float, str, type(None)}:
        return pd.Series(values, index=part.index)
    given = iter(values)
    return part.apply(lambda row: next(given), axis=1)


values = label_by_rows(parcels, label)
if values is None:
    parcels["label"] = parcels.apply(label, axis=1)
else:
    parcels["label"] = values
print(parcels.to_string())
