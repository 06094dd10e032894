import pandas as pd

RATES = {"EUR": 1.0, "USD": 0.92}
NAMES = {1: "card", 2: "cash"}


def euros(payments, fees):
    found = []
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
