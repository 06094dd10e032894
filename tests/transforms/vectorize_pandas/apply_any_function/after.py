import pandas as pd
from contextlib import nullcontext
from operator import itemgetter

RATES = {"EUR": 1.0, "USD": 0.92}


def value(order, digits=2):
    return round(order["price"] * order.pieces * RATES[order["currency"]], digits)


def describe(order):
    """A line for the order."""
    words = [word for word in order["name"].split() if word[0] in order["currency"]]
    if any(order.pieces > limit for limit in (10, 100)):
        words.append("many")
    elif order["pieces"] == 0:
        return None
    return f"{'-'.join(words)}: {value(order)!r} {order.get('note', '?')}"


def kind(order):
    kind = type(order["price"])
    return [kind.__name__, order["due"]]


def line_by_rows(table, function):
    """What apply() of main() gives, by dicts for rows; or None, where these would differ."""
    labels = ("name", "currency", "pieces", "price")
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(table) is not pd.DataFrame
        or type(table.columns) is not pd.Index
        or not table.columns.is_unique
        or {*map(type, table.columns)} != {str}
        or not {*labels} <= {*table.columns}
        or hasattr(pd.Series, "pieces")
        or len(table) == 0
        or table.attrs
        or not table.flags.allows_duplicate_labels
    ):
        return None
    labels += tuple(label for label in ("note",) if label in table.columns)
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
    names = ("pieces",)
    kind = type("Row", (dict,), {name: property(itemgetter(name)) for name in names})
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
        for row in zip(*columns):
            value = function(kind(zip(labels, row)))
            if isinstance(value, pd.Series):
                value = value.copy(deep=False)
            values.append(value)
    if {*map(type, values)} <= {bool, int, float, str, type(None)}:
        return pd.Series(values, index=part.index)
    given = iter(values)
    return part.apply(lambda row: next(given), axis=1)


def main(orders):
    values = line_by_rows(orders, describe)
    if values is None:
        orders["line"] = orders.apply(describe, axis=1)
    else:
        orders["line"] = values
    kinds = orders.apply(kind, axis=1)
    print(orders.to_dict("list"), orders.dtypes.tolist(), kinds.tolist(), kinds.index.tolist(), sep="\n")


orders = pd.DataFrame(
    {
        "name": ["Eager nut", "Steel bolt", "Umbrella stand"],
        "price": [1.5, 2.0, float("nan")],
        "pieces": [3, 2**60, 0],
        "currency": ["EUR", "USD", "EUR"],
        "due": pd.to_datetime(["2024-01-02", None, "2024-02-29"]),
    },
    index=["a", "a", "b"],
)
main(orders.copy())
main(orders.assign(note=["new", None, "old"]))
main(orders.iloc[2:].copy())
main(orders.assign(pieces=[1, 2, 3], note=1, line=pd.array([1, None, 2], dtype="Int64")))
try:
    main(orders.assign(currency="GBP"))
except KeyError as error:
    print(error)
try:
    main(orders.iloc[:0].copy())
except (KeyError, ValueError) as error:
    print(type(error))
