import collections
import warnings
import numpy as np
import pandas as pd

RATES = {"x": 1.5, "y": -0.0, "z": 3.0}
CODES = {1: 10, 2: 20, 3: 30}
NAMES = {"x": "ex", "y": "why", "z": "zed"}


def rate(df, d):
    return [row.a * RATES[row.s] for row in df.itertuples()]


def rate_d(df, d):
    out = []
    for _, row in df.iterrows():
        out.append(d[row["s"]])
    return out


def code(df, d):
    out = []
    for row in df.itertuples():
        out.append(CODES[row.a] + row.b)
    return out


def code_get(df, d):
    return [CODES.get(row.a, 7) for row in df.itertuples()]


def code_get_f(df, d):
    return [CODES.get(row.a, 7.5) for row in df.itertuples()]


def names(df, d):
    return [NAMES[row.s] for row in df.itertuples()]


def names_get(df, d):
    return [NAMES.get(row.s, "?") for row in df.itertuples()]


def names_store(df, d):
    df["d"] = ""
    for i in df.index:
        if df.at[i, "s"] in NAMES:
            df.at[i, "d"] = NAMES[df.at[i, "s"]]
        else:
            df.at[i, "d"] = "none"


def within(df, d):
    n = 0
    for row in df.itertuples():
        if row.s in d and row.a > 1:
            n += 1
    return n


def outside(df, d):
    return [row.a for row in df.itertuples() if row.s not in d]


def guarded(df, d):
    total = 0
    for row in df.itertuples():
        if row.s in d:
            total += d[row.s]
    return total


def guarded_num(df, d):
    total = 0
    for row in df.itertuples():
        if row.a in CODES:
            total += CODES[row.a] * row.b
    return total


def per_item(df, d):
    out = []
    for i, x in df["a"].items():
        out.append(x + df.at[i, "b"])
    return out


def counted(df, d):
    out = []
    for n, row in enumerate(df.itertuples()):
        out.append(row.a * n)
    return out


def counted_rows(df, d):
    out = []
    for n, (i, row) in enumerate(df.iterrows()):
        if row["a"] > 1:
            out.append(n)
        elif row["a"] < 0:
            out.append(-1)
        else:
            out.append(0)
    return out


def index_label(df, d):
    for row in df.itertuples():
        df.at[row.Index, "b"] = row.a * 0.5


def by_index(df, d):
    for n in range(len(df)):
        df.loc[df.index[n], "b"] = df["a"].iloc[n] * 0.5


def by_place(df, d):
    for n in range(len(df)):
        df.iloc[n, df.columns.get_loc("b")] = df["a"].iloc[n] * 0.5


def best(df, d):
    most = 0.0
    where = -1
    for n in range(len(df)):
        if df["a"].iloc[n] > most:
            most = df["a"].iloc[n]
            where = n
    return most, where


def lookup_list(df, d):
    xs = [1.5, 2.5, 3.5, 4.5]
    return [xs[row.a] for row in df.itertuples()]


def helper(row):
    return row["a"] * 2 if row["b"] > 1 else 0.0


def helped(df, d):
    for i, row in df.iterrows():
        df.at[i, "b"] = helper(row)


def helped_after(df, d):
    for i, row in df.iterrows():
        df.at[i, "b"] = 2.5
        df.at[i, "a"] = helper(row)


FUNCTIONS = [
    rate, rate_d, code, code_get, code_get_f, names, names_get, names_store, within, outside, guarded,
    guarded_num, per_item, counted, counted_rows, index_label, by_index, by_place, best, lookup_list, helped,
    helped_after,
]


class Missing(dict):
    def __missing__(self, key):
        return 42


NAN = float("nan")
DICTS = [
    {"x": 1.5, "y": 2.5},
    {"x": 1, "y": 2, "z": 3},
    {"x": 1, "y": 2.5},
    {},
    {"x": True, "y": False, "z": True},
    {None: 1.0, NAN: 2.0, "x": 3.0},
    Missing(x=1.5),
    collections.defaultdict(float),
    {"x": "t", "y": "u", "z": "v"},
    {"x": None},
    {1: 2.0, True: 3.0},
    [1, 2],
    {"x": 10**30, "y": 1, "z": 2},
    {"x": np.float64(1.5), "y": 2.5, "z": 1.0},
]


def frames():
    yield "float", pd.DataFrame({"a": [1.0, 2.0, 0.5], "b": [3.0, -0.0, 2.5], "s": ["x", "y", "z"]})
    yield "int", pd.DataFrame({"a": [1, 2, 3], "b": [3, 1, 2], "s": ["x", "y", "x"]})
    yield "intf", pd.DataFrame({"a": [1, 2, 3], "b": [3.5, 1, 2], "s": ["x", "y", "x"]})
    yield "nan", pd.DataFrame({"a": [1, 2, NAN], "b": [3.5, 1, 2], "s": ["x", None, NAN]})
    yield "four", pd.DataFrame({"a": [1, 2, 4], "b": [3.5, 1, 2], "s": ["x", "y", "w"]})
    yield "bool", pd.DataFrame({"a": [True, False, True], "b": [3.5, 1, 2], "s": ["x", "y", "w"]})
    yield "obj", pd.DataFrame({"a": [1, 2, 3], "b": [3.5, 1, 2], "s": [1, True, "x"]})
    yield "empty", pd.DataFrame({"a": [1], "b": [2.5], "s": ["x"]}).iloc[:0]
    yield "num", pd.DataFrame({"a": [1, 2, 3], "b": [3.5, 1, 2]})
    yield "cat", pd.DataFrame({"a": [1, 2, 3], "b": [3.5, 1, 2], "s": pd.Categorical(["x", "y", "x"])})
    yield "labels", pd.DataFrame({"a": [1, 2, 3], "b": [3.5, 1, 2], "s": ["x", "y", "x"]}, index=["p", "q", "r"])
    yield "twice", pd.DataFrame({"a": [1, 2, 3], "b": [3.5, 1, 2], "s": ["x", "y", "x"]}, index=["p", "q", "p"])


def main():
    for name, frame in frames():
        for f in FUNCTIONS:
            for k, d in enumerate(DICTS):
                if k and f not in (rate_d, within, outside, guarded):
                    continue
                given = frame.copy()
                with warnings.catch_warnings(record=True) as said:
                    warnings.simplefilter("always")
                    try:
                        result = f(given, d)
                        if isinstance(result, (list, tuple)):
                            result = [(type(x).__name__, repr(x)) for x in result]
                        print(name, f.__name__, k, type(result).__name__, result)
                    except Exception as error:
                        print(name, f.__name__, k, type(error).__name__, str(error)[:50])
                print(sorted({(w.category.__name__, str(w.message)[:50]) for w in said}))
                print(given.to_dict("list"), [str(t) for t in given.dtypes], sorted(map(repr, d)))


main()
