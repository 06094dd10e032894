import numpy as np
import pandas as pd


def found_by_columns(prices, found, rate, total):
    """By arrays: a loop of changes(). None: they would differ."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(prices) is not pd.DataFrame
        or type(prices.columns) is not pd.Index
        or not prices.columns.is_unique
        or {*map(type, prices.columns)} != {str}
        or "close" not in prices.columns
        or prices["close"].dtype not in ("int64", "float64")
        or "state" not in prices.columns
        or prices["state"].dtype not in ("object", "str")
        or len(prices) == 0
    ):
        return None
    row_type = prices.iloc[:0].to_numpy().dtype
    if row_type not in ("int64", "float64", "object") or prices.iloc[0].dtype not in (row_type, "str"):
        return None
    if row_type != "object" and (prices.dtypes != row_type).any():
        return None
    dtype = None if row_type == "object" else row_type
    if (
        len(prices) < 1
        or type(rate) not in (int, float)
        or type(rate) is int and abs(rate) > 2**26
        or type(total) not in (int, float)
        or type(total) is int and abs(total) > 2**26
        or len(prices) > 2**26
    ):
        return None
    close = prices["close"].to_numpy(dtype)
    state = prices["state"].to_numpy(dtype=object)
    if (
        close.dtype == "int64" and np.any((close < -2**26) | (close > 2**26))
        or not {*map(type, state.tolist())} <= {str, float, type(None)}
    ):
        return None
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            change = close[1:] - close[:len(prices) - 1]
            found_values = change * rate
            mask = state[1:] == "open"
            total_values = change[mask]
            total_sum = total
            for start in range(0, len(total_values), 2**16):
                total_sum = np.add.accumulate(np.append(total_sum, total_values[start:start + 2**16]))[-1]
            if total_values.size:
                total = total_sum
    except FloatingPointError:
        return None
    found.extend([*found_values])
    return total


def changes(prices, rate):
    """What each day brought, and how much all did."""
    found = []
    total = 0.0
    folded = found_by_columns(prices, found, rate, total)
    if folded is None:
        for i in range(1, len(prices)):
            change = prices["close"].iloc[i] - prices["close"].iloc[i - 1]
            found.append(change * rate)
            if prices.iloc[i]["state"] == "open":
                total += change
    else:
        total = folded
    return found, total


prices = pd.DataFrame({"close": [1.5, 2.25, float("nan"), 4.0], "state": ["open", "shut", "open", None]})
print(changes(prices, 0.25), changes(prices.iloc[::-1], 2), changes(prices.iloc[:0], 2))
print(changes(prices.dropna().astype({"close": "int64"}), 0.5))
