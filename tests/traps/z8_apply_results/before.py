import sys
from fractions import Fraction

import numpy as np
import pandas as pd

KEPT = pd.Series({"a": 0, "b": "none"})


class Length:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        print("asked for its length")
        return self.n

    def __iter__(self):
        print("asked for items")
        return iter(range(self.n))


def result(row, kind):
    n, s = row["n"], row["s"]
    if kind == "kept":
        KEPT["a"] = n
        KEPT["b"] = s
        return KEPT
    return {
        "ints": n, "wide": n * 2**70, "floats": n / 2, "flags": n > 1, "texts": s, "none": None,
        "ints and none": n if n > 1 else None, "flags and none": n > 1 if n > 0 else None,
        "ints and flags": n if n > 1 else True, "texts and nan": s if n > 1 else float("nan"),
        "texts and ints": s if n > 1 else n, "lists": [n] * n, "pairs": (n, s), "dicts": {"n": n},
        "sets": {n}, "series": pd.Series({"a": n, "b": s}), "later series": pd.Series([n]) if n > 1 else 0,
        "first series": pd.Series([n]) if n < 2 else 0, "numpy": np.float32(n), "arrays": np.array([n, 1]),
        "dates": pd.Timestamp(n, unit="D"), "dates and none": pd.Timestamp(n, unit="D") if n > 1 else None,
        "spans": pd.Timedelta(n, unit="D"), "na": pd.NA if n > 1 else n, "own": Length(n), "fractions": Fraction(n, 3),
        "frames": pd.DataFrame({"n": [n]}), "bytes": s.encode(), "complex": n * 1j,
    }[kind]


def main(kind):
    frame = pd.DataFrame({"n": [1, 2, 3], "s": ["x", "y", "x"]}, index=pd.Index([5, 5, 7], name="key"))
    made = frame.apply(lambda row: result(row, kind), axis=1)
    print(type(made).__name__, made.index.tolist(), made.index.name, made.attrs)
    if isinstance(made, pd.Series):
        print(made.dtype, made.name, made.tolist() if kind not in ("own", "frames") else len(made))
        print([type(one).__name__ for one in made])
    else:
        print(made, made.dtypes.tolist(), made.columns)


for kind in sys.argv[1:]:
    main(kind)
