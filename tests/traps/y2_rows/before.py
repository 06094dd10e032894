import sys

import pandas as pd


class Table(pd.DataFrame):
    @property
    def _constructor(self):
        return Table

    def iterrows(self):
        return iter([*super().iterrows()][::-1])


class Source:
    def __init__(self, frame):
        self.frame = frame

    def iterrows(self):
        print("asked")
        return self.frame.iterrows()


def main(kind):
    frame = pd.DataFrame({"s": ["x", None, "y"], "t": ["p", "q", "r"], "n": [1, 2**62, 3], "d": pd.date_range("2024-01-01", periods=3)})
    if kind == "texts":
        frame = frame[["s", "t"]].copy()
    elif kind == "numbers":
        frame = frame[["n"]].assign(s=[1.5, 2.5, 3.5], t=0)
    elif kind == "dates":
        frame = pd.DataFrame({"s": [None, frame["d"][1], frame["d"][2]], "t": frame["d"], "f": [float("nan")] * 3}).astype({"s": object})
    elif kind == "none":
        frame = pd.DataFrame({"s": pd.Series(["x", None, "y"], dtype=object), "t": ["p", "q", "r"], "f": [float("nan")] * 3})
    elif kind == "twice":
        frame = pd.concat([frame, frame[["n"]]], axis=1)
    elif kind == "nullable":
        frame["s"] = pd.array([1, None, 2], dtype="Int64")
    elif kind == "category":
        frame["s"] = pd.Categorical(["x", None, "y"])
    elif kind == "own":
        frame = Table(frame)
    elif kind == "other":
        frame = Source(frame)
    elif kind == "no column":
        frame = frame.drop(columns="t")
    rows, last = [], None
    try:
        for label, row in frame.iterrows():
            rows.append((label, row["s"], type(row["s"]), last))
            # Of a table of one type a row is a part of it.
            if isinstance(frame, pd.DataFrame) and label < 2 and kind != "twice":
                frame.iat[label + 1, 0] = frame.iat[label, 0]
            last = row["t"]
            if kind == "drop":
                frame = frame.iloc[:0]
    except (KeyError, AttributeError, TypeError) as error:
        print(type(error), error)
    print(rows, last)


main(sys.argv[1])
