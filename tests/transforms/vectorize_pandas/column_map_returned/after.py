import numpy as np
import pandas as pd
from pandas import DataFrame


def numbers_by_columns(frame, rate):
    """By arrays: apply() of scaled(). None: they would differ."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(frame) is not pd.DataFrame
        or type(frame.columns) is not pd.Index
        or not frame.columns.is_unique
        or {*map(type, frame.columns)} != {str}
        or "a" not in frame.columns
        or frame["a"].dtype not in ("int64", "float64")
        or len(frame) == 0
        or frame.attrs
        or not frame.flags.allows_duplicate_labels
        or frame["a"].attrs
    ):
        return None
    if (
        type(rate) not in (int, float)
        or type(rate) is int and abs(rate) > 2**26
    ):
        return None
    a = frame["a"].to_numpy()
    if a.dtype == "int64" and np.any((a < -2**26) | (a > 2**26)):
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        values = np.abs(a) * rate
    return pd.Series(np.array(values), index=frame.index, name="a")


def scaled(frame, rate):
    values = numbers_by_columns(frame, rate)
    if values is None:
        return frame["a"].map(lambda x: abs(x) * rate)
    return values


print(scaled(DataFrame({"a": [1, -2, 3]}), 0.5), scaled(DataFrame({"a": [1.5]}, index=["x"]), 2))
