import numpy as np
import pandas as pd

RATES = {"EUR": 1.0, "USD": 0.92}
NAMES = {1: "card", 2: "cash"}


def found_by_columns(payments, RATES, fees, found):
    """By arrays: a loop of euros(). False: not done, they would differ."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(payments) is not pd.DataFrame
        or type(payments.columns) is not pd.Index
        or not payments.columns.is_unique
        or {*map(type, payments.columns)} != {str}
        or "amount" not in payments.columns
        or payments["amount"].dtype not in ("int64", "float64")
        or "currency" not in payments.columns
        or payments["currency"].dtype not in ("object", "str")
        or "way" not in payments.columns
        or payments["way"].dtype not in ("object", "str")
    ):
        return False
    if (
        type(RATES) is not dict
        or {*map(type, RATES.values())} not in ({int}, {float})
        or {*map(type, RATES.values())} == {int} and max(map(abs, RATES.values())) > 2**26
        or type(fees) is not dict
        or {*map(type, fees.values())} not in ({int}, {float})
        or {*map(type, fees.values())} == {int} and max(map(abs, fees.values())) > 2**26
    ):
        return False
    amount = payments["amount"].to_numpy()
    currency = payments["currency"].to_numpy(dtype=object)
    way = payments["way"].to_numpy(dtype=object)
    if (
        amount.dtype == "int64" and np.any((amount < -2**26) | (amount > 2**26))
        or not {*map(type, currency.tolist())} <= {str, float, type(None)}
        or not {*map(type, way.tolist())} <= {str, float, type(None)}
    ):
        return False
    with np.errstate(over="ignore", invalid="ignore"):
        keys = currency.tolist()
        if not {*map(type, keys)} <= {str}:
            return False
        if not RATES.keys() >= {*keys}:
            return False
        found_2 = np.array([RATES[key] for key in keys])
        value = amount * found_2
        keys_2 = way.tolist()
        if not {*map(type, keys_2)} <= {str}:
            return False
        mask = np.array([key_2 in fees for key_2 in keys_2], dtype=bool)
        if np.any(mask & np.logical_not(np.array([key_3 in fees for key_3 in keys_2], dtype=bool))):
            return False
        other = next(iter(fees.values()))
        found_3 = np.array([fees.get(key_3, other) for key_3 in keys_2])
        value_2 = value - found_3
        if np.asarray(value_2).dtype != np.asarray(value).dtype:
            return False
        value = np.where(mask, value_2, value)
        if {type(0.5)} != {*map(type, RATES.values())}:
            return False
        found_4 = np.array([RATES.get(key_4, 0.5) for key_4 in keys_2])
        found_values = value - found_4
    found.extend(found_values.tolist())
    return True


def euros(payments, fees):
    found = []
    if not found_by_columns(payments, RATES, fees, found):
        for payment in payments.itertuples():
            value = payment.amount * RATES[payment.currency]
            if payment.way in fees:
                value = value - fees[payment.way]
            found.append(value - RATES.get(payment.way, 0.5))
    return found, [NAMES[row.kind] for row in payments.itertuples()]


payments = pd.DataFrame(
    {"amount": [1.5, 2.25, 3.0], "currency": ["EUR", "USD", "EUR"], "way": ["card", "cash", "card"], "kind": [1, 2, 2]}
)
print(euros(payments, {"card": 0.25}))
print(euros(payments, {"card": 1, "bill": 2}))
print(euros(payments.iloc[:0], {}))
print(euros(payments.astype({"kind": float}), {"card": 0.25}))
for other in (payments.assign(currency="CHF"), payments.assign(way=None), payments.assign(kind=3)):
    try:
        print(euros(other, {None: 0.5}))
    except KeyError as error:
        print("KeyError", error)
