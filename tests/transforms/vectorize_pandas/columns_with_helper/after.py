import numpy as np
import pandas as pd

LEAST = 0.5


def corrected(value, offset):
    """A reading without its offset."""
    fixed = (value - offset) / 2
    if fixed < LEAST:
        return LEAST
    return fixed


def readings_by_columns(log, readings, LEAST):
    """By arrays: a loop of main(). False: not done, they would differ."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(log) is not pd.DataFrame
        or type(log.columns) is not pd.Index
        or not log.columns.is_unique
        or {*map(type, log.columns)} != {str}
        or "celsius" not in log.columns
        or log["celsius"].dtype not in ("int64", "float64")
        or "offset" not in log.columns
        or log["offset"].dtype not in ("int64", "float64")
    ):
        return False
    if (
        type(LEAST) not in (int, float)
        or type(LEAST) is int and abs(LEAST) > 2**31
    ):
        return False
    celsius = log["celsius"].to_numpy()
    offset = log["offset"].to_numpy()
    if (
        celsius.dtype == "int64" and np.any((celsius < -2**31) | (celsius > 2**31))
        or offset.dtype == "int64" and np.any((offset < -2**31) | (offset > 2**31))
    ):
        return False
    with np.errstate(over="ignore", invalid="ignore"):
        fixed_1 = (celsius - offset) / 2
        mask = fixed_1 < LEAST
        yes = LEAST
        no = fixed_1
        if np.asarray(yes).dtype != np.asarray(no).dtype:
            return False
        readings_values = np.where(mask, yes, no)
    readings.extend(readings_values.tolist())
    return True


def main(log):
    readings = []
    if not readings_by_columns(log, readings, LEAST):
        for value, offset in zip(log["celsius"], log["offset"]):
            readings.append(corrected(value, offset))
    print(readings)


main(pd.DataFrame({"celsius": [1.5, float("nan"), 30.0], "offset": [1, 2, 3]}))
main(pd.DataFrame({"celsius": [1, 30], "offset": [1, 2]}))
main(pd.DataFrame({"celsius": [], "offset": []}))
main({"celsius": [1.0, 5], "offset": [0.5, 1]})
