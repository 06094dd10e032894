import pandas as pd

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


def main(orders):
    orders["line"] = orders.apply(describe, axis=1)
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
