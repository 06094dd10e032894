import math
import numpy as np

import pandas as pd


def warm_by_columns(log):
    """By arrays: a comprehension of main(). None: they would differ."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(log) is not pd.DataFrame
        or type(log.columns) is not pd.Index
        or not log.columns.is_unique
        or {*map(type, log.columns)} != {str}
        or "value" not in log.columns
        or log["value"].dtype not in ("int64", "float64")
        or "state" not in log.columns
        or log["state"].dtype not in ("object", "str")
    ):
        return None
    value = log["value"].to_numpy()
    state = log["state"].to_numpy(dtype=object)
    if (
        value.dtype == "int64" and np.any((value < -2**52) | (value > 2**52))
        or not {*map(type, state.tolist())} <= {str, float, type(None)}
    ):
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        mask = value > 1
        mask_2 = state == "on"
        mask_3 = mask & (mask_2 | (state == "idle"))
        values = (value - 1)[mask_3]
    return values.tolist()


def main(log, states):
    warm = warm_by_columns(log) or [row.value - 1 for row in log.itertuples() if row.value > 1 and row.state in ("on", "idle")]
    print(warm, len(states))


main(pd.DataFrame({"value": [1.5, float("nan"), 30.0, 7.0], "state": ["on", "on", "off", "idle"]}), [])
main(pd.DataFrame({"value": [1, 30], "state": [None, "on"]}), [1])
main(pd.DataFrame({"value": [1, 30], "state": [1, 2]}), [1])
