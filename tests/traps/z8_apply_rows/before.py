import sys
import warnings

import pandas as pd

LOG = []


class Table(pd.DataFrame):
    @property
    def _constructor(self):
        return Table

    def apply(self, function, axis=0):
        return super().apply(lambda row: function(row) + "!", axis=axis)


class Source:
    columns = ["s", "n"]

    def apply(self, function, axis):
        return [function({"s": "x", "n": axis, "d": "y"})]


def table_of(kind):
    frame = pd.DataFrame({"s": ["x", None, "y"], "n": [1, 2**62, 3], "x": [-0.0, 0.5, float("nan")],
                          "d": pd.date_range("2024-01-01", periods=3)})
    if kind == "texts":
        return pd.DataFrame({"s": ["x", "z", "y"], "n": ["p", "q", "r"], "d": ["1", "2", "3"]})
    if kind == "objects":
        return frame.astype(object)
    if kind == "one type":
        return frame[["n"]].assign(s=7, d=8)
    if kind == "floats":
        return frame[["n", "x"]].assign(s=0.5, d=1)
    if kind == "twice":
        return pd.concat([frame, frame[["n"]]], axis=1)
    if kind == "nullable":
        return frame[["n"]].assign(s=pd.array([1, None, 2], dtype="Int64"), d=1)
    if kind == "category":
        return frame.assign(s=pd.Categorical(["x", None, "y"]))
    if kind == "zone":
        return frame.assign(d=pd.date_range("2024-03-30", periods=3, tz="Europe/Rome"))
    if kind == "strings":
        return frame.assign(s=pd.array(["x", None, "y"], dtype="string"))
    if kind == "own":
        return Table(frame.astype({"s": object}).fillna({"s": "z"}))
    if kind == "other":
        return Source()
    if kind == "no column":
        return frame.drop(columns="d")
    if kind == "pairs":
        return frame.set_index(pd.MultiIndex.from_tuples([(1, "a"), (1, "a"), (2, "b")], names=["i", "j"]))
    if kind == "names":
        return frame.set_index(pd.Index([0.5, None, 0.5], name="key")).rename_axis(columns="cols")
    if kind == "attrs":
        frame.attrs["unit"] = "m"
    if kind == "numbers as labels":
        return frame.rename(columns={"x": 7})
    return frame


def main(kind):
    frame = table_of(kind)
    lines = pd.DataFrame({"n": range(3), "seen": False})
    part = lines[lines["n"] >= 0]

    def line(row):
        # What the function does to tables while pandas goes through them.
        if kind == "grows":
            frame.loc[len(frame)] = ["new", 0, 0.5, frame["d"].iloc[0]]
        elif kind == "changes" and len(LOG) < 2:
            frame.iat[len(LOG) + 1, 0] = "changed"
        elif kind == "labels":
            frame.rename({0: "p", 1: "q", 2: "r"}, inplace=True)
        elif kind == "part":
            part["seen"] = True
        elif kind == "stops" and row["n"] == 3:
            raise StopIteration("third")
        LOG.append((row["s"], row["n"], type(row["n"]).__name__, str(row["d"])))
        return f"{row['s']} {row['n']}"

    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        try:
            made = frame.apply(line, axis=1)
            print(type(made).__name__)
            if isinstance(made, pd.Series):
                print(made.attrs, made.dtype, made.name, made.index.tolist(), made.index.names, made.tolist())
        except (KeyError, AttributeError, TypeError, ValueError, StopIteration) as error:
            print(type(error).__name__, error)
    print(LOG)
    print(sorted({one.category.__name__ for one in said}))


for kind in sys.argv[1:]:
    LOG.clear()
    main(kind)
