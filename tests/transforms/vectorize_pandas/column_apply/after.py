import numpy as np
import pandas as pd


def kind_by_columns(frame):
    """By arrays: apply() of main(). None: they would differ."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(frame) is not pd.DataFrame
        or type(frame.columns) is not pd.Index
        or not frame.columns.is_unique
        or {*map(type, frame.columns)} != {str}
        or "b" not in frame.columns
        or frame["b"].dtype not in ("int64", "float64")
        or len(frame) == 0
        or frame.attrs
        or not frame.flags.allows_duplicate_labels
        or frame["b"].attrs
    ):
        return None
    b = frame["b"].to_numpy()
    if b.dtype == "int64" and np.any((b < -2**52) | (b > 2**52)):
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        mask = b < 1
        mask_2 = b < 10
        values = np.where(mask, "low", np.where(mask_2, "middle", "high"))
    return pd.Series(values.tolist(), index=frame.index, name="b")


def main(frame):
    values = kind_by_columns(frame)
    if values is None:
        frame["kind"] = frame["b"].apply(lambda b: "low" if b < 1 else "middle" if b < 10 else "high")
    else:
        frame["kind"] = values
    print(frame, frame.dtypes, sep="\n")


main(pd.DataFrame({"a": [1, -2, 3], "b": [0.5, float("nan"), 20.0]}))
main(pd.DataFrame({"a": [1, -2, 3], "b": [0, 5, 20]}, index=[5, 5, 6]))
main(pd.DataFrame({"a": [], "b": []}))
