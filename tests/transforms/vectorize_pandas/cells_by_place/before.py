import pandas as pd


def changes(prices, rate):
    """What each day brought, and how much all did."""
    found = []
    total = 0.0
    for i in range(1, len(prices)):
        change = prices["close"].iloc[i] - prices["close"].iloc[i - 1]
        found.append(change * rate)
        if prices.iloc[i]["state"] == "open":
            total += change
    return found, total


prices = pd.DataFrame({"close": [1.5, 2.25, float("nan"), 4.0], "state": ["open", "shut", "open", None]})
print(changes(prices, 0.25), changes(prices.iloc[::-1], 2), changes(prices.iloc[:0], 2))
print(changes(prices.dropna().astype({"close": "int64"}), 0.5))
