import warnings
import numpy as np
import pandas as pd


class Money(pd.DataFrame):
    @property
    def _constructor(self):
        return Money


def fill(df):
    df["c"] = 0.0
    for i in df.index:
        df.at[i, "c"] = df.at[i, "a"] * 2


def fill_loc(df):
    for i, row in df.iterrows():
        df.loc[i, "new"] = row["a"] + 1


def text_new(df):
    for i in range(len(df)):
        if df.loc[i, "a"] > 1:
            df.loc[i, "word"] = "big"
        else:
            df.loc[i, "word"] = "small"


def int_new(df):
    for i in df.index:
        df.loc[i, "k"] = df.loc[i, "a"] * 3


def two(df):
    for i in df.index:
        df.loc[i, "p"] = df.loc[i, "a"] * 3
        df.loc[i, "q"] = 1.5


def swap(df):
    for i in df.index:
        x = df.at[i, "a"]
        df.at[i, "a"] = df.at[i, "b"]
        df.at[i, "b"] = x


def reread(df):
    out = []
    for i in df.index:
        df.at[i, "a"] = 5
        out.append(df.at[i, "a"] + 1)
    return out


def neg(df):
    out = []
    for i in range(len(df)):
        out.append(df["a"].iloc[i - 1] - df["a"].iloc[i])
    return out


def neg_label(df):
    out = []
    for i in range(1, len(df)):
        out.append(df["a"][i - 1] - df.at[i, "a"])
    return out


def row_named(df):
    out = []
    for i in range(len(df)):
        row = df.iloc[i]
        out.append(row["a"] + row.b)
    return out


def neg_zero(df):
    for i in df.index:
        df.at[i, "b"] = -df.at[i, "b"] * 0


def flagged(df):
    df["f"] = False
    for i in df.index:
        df.at[i, "f"] = df.at[i, "a"] > 1


def keep_flag(df):
    return [df.at[i, "a"] > 1 for i in df.index]


def chained(df):
    for i in df.index:
        df["b"][i] = 3.5


def views(df):
    part = df[["a"]]
    whole = df[:]
    col = df["b"]
    for i in df.index:
        df.at[i, "b"] = df.at[i, "a"] + 0.5
    return part, whole, col


def as_attribute(df):
    return [df.price[i] * 2 for i in range(len(df))]


def arr_views(df):
    values = df["b"].values
    for i in df.index:
        df.at[i, "b"] = df.at[i, "a"] + 0.5
    return values.tolist()


FUNCTIONS = [
    fill, fill_loc, text_new, int_new, two, swap, reread, neg, neg_label, row_named, neg_zero, flagged,
    keep_flag, chained, views, arr_views, as_attribute,
]


def frames():
    base = pd.DataFrame({"a": [1.0, 2.0, 0.5], "b": [3.0, -0.0, 2.5]})
    yield "float", base.copy()
    yield "sub", Money(base)
    yield "ints", pd.DataFrame({"a": [1, 2, 3], "b": [4, 5, 6]})
    yield "mixed", pd.DataFrame({"a": [1, 2, 3], "b": [4.5, 5, 6]})
    yield "text", pd.DataFrame({"a": [1, 2, 3], "b": [4.5, 5, 6], "s": list("xyz")})
    yield "filtered", base[base["a"] > 0.7]
    yield "filtered copy", base[base["a"] > 0.7].copy()
    yield "slice", base[1:]
    yield "cat", pd.DataFrame({"a": [1, 2, 3], "b": [4.5, 5, 6], "s": pd.Categorical(list("xyz"))})
    yield "Int64", pd.DataFrame({"a": [1, 2, 3], "b": [4.5, 5, 6], "z": pd.array([1, 2, None], dtype="Int64")})
    yield "allInt", pd.DataFrame({"a": [1, 2, 3], "b": [4.5, 5, 6]}).convert_dtypes()
    yield "tz", pd.DataFrame({"a": [1, 2, 3], "b": [4.5, 5, 6], "t": pd.date_range("2020", periods=3, tz="UTC")})
    yield "named", base.rename_axis("idx")
    yield "strindex", base.set_index(pd.Index(list("pqr")))
    yield "mixedindex", base.set_index(pd.Index([1, "a", 2]))
    yield "nanindex", base.set_index(pd.Index([1.0, float("nan"), 2]))
    yield "boolindex", base.set_index(pd.Index([True, False, True]))
    yield "bool2", base.iloc[:2].set_index(pd.Index([True, False]))
    yield "catindex", base.set_index(pd.CategoricalIndex(list("abc")))
    yield "int8index", base.set_index(pd.Index(np.array([3, 2, 1], dtype="int8")))
    yield "uintindex", base.set_index(pd.Index(np.array([0, 1, 2], dtype="uint64")))
    yield "range2", base.set_index(pd.RangeIndex(0, 6, 2))
    yield "neg", base.set_index(pd.Index([-1, 0, 1]))
    yield "fortran", pd.DataFrame(np.asfortranarray([[1.0, 2.0], [3.0, 4.0]]), columns=["a", "b"])
    yield "strided", pd.DataFrame(np.arange(12.0).reshape(3, 4)[:, ::2], columns=["a", "b"])
    yield "noncol", pd.DataFrame({"a": [1.0, 2], "b": [3.0, 4], 7: [1, 2]})
    yield "attrs", base.copy()
    yield "price", base.assign(price=[1.0, 2.0, 3.0])
    shadowed = base.copy()
    shadowed.price = "abc"  # no column
    shadowed["price"] = [1.0, 2.0, 3.0]
    yield "shadowed", shadowed
    yield "many parts", pd.concat([base.copy()] + [pd.Series([1, 2, 3], name=f"c{k}") for k in range(100)], axis=1)


def main():
    for name, frame in frames():
        for f in FUNCTIONS:
            given = frame if name in ("slice", "filtered", "shadowed") else frame.copy()
            if name == "attrs":
                given.attrs["u"] = 1
            with warnings.catch_warnings(record=True) as said:
                warnings.simplefilter("always")
                try:
                    result = f(given)
                    if isinstance(result, list):
                        result = [(type(x).__name__, repr(x)) for x in result]
                    print(name, f.__name__, type(result).__name__, result)
                except Exception as error:
                    print(name, f.__name__, type(error).__name__, str(error)[:50])
            print(sorted({(w.category.__name__, str(w.message)[:50]) for w in said}))
            print(type(given).__name__, given.to_dict("list"), [str(d) for d in given.dtypes], given.index, given.attrs)


main()
