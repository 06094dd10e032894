import numpy as np
import pandas as pd


class Report:
    def __init__(self, frame):
        self.items = []
        self.index = 0
        self.map = {}
        self.values = frame

    def fill(self, frame):
        for row in frame.itertuples():
            self.items.append(row.a * 2)


def out_by_columns(frame, out):
    """By arrays: a loop of doubled(). False: not done, they would differ."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(frame) is not pd.DataFrame
        or type(frame.columns) is not pd.Index
        or not frame.columns.is_unique
        or {*map(type, frame.columns)} != {str}
        or "a" not in frame.columns
        or frame["a"].dtype not in ("int64", "float64")
    ):
        return False
    a = frame["a"].to_numpy()
    if a.dtype == "int64" and np.any((a < -2**52) | (a > 2**52)):
        return False
    with np.errstate(over="ignore", invalid="ignore"):
        out_values = a * 2
    out.extend(out_values.tolist())
    return True


def doubled(frame):
    out = []
    if not out_by_columns(frame, out):
        for row in frame.itertuples():
            out.append(row.a * 2)
    return out


frame = pd.DataFrame({"a": [1, 2]})
report = Report(frame)
report.fill(frame)
print(doubled(frame), report.items, report.index, report.map)
