import sys

import numpy as np
import pandas as pd

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
SEEN = []


def largest(part):
    return part["x"].max()


def counted(part):
    SEEN.append(len(part))
    return part["n"].sum() + len(SEEN)


def odd(part):
    if part["n"].max() % 2:
        return None
    return [part["n"].min(), part["x"].mean()]


def fails(part):
    if part["n"].max() > 15:
        raise TypeError("too many")
    return part["n"].min()


def several(part):
    return pd.Series({"low": part["x"].min(), "high": part["x"].max(), "n": len(part)})


def widest(table):
    widest = table.groupby("k").apply(largest).sort_values(ascending=False).head(3)
    return widest


def scaled(table):
    return table.groupby("k", sort=False).apply(counted) / SEEN[-1]


def oddly(table):
    return table.groupby("k").apply(odd).tolist()


def failing(table):
    return table.groupby("k").apply(fails)


def framed(table):
    return table.groupby("k").apply(several).reset_index()


def without_key(table):
    return table.groupby("k").apply(lambda part: part["x"].std(), include_groups=False).round(3).to_dict()


def rows(table):
    return table.apply(lambda row: row["n"] * 2 if row["x"] > 0 else row["n"], axis=1).cumsum().iloc[-1]


def items(table):
    table["y"] = table["x"].apply(lambda x: x * 3 if x < 0.5 else x)[table["n"] > 3] * 2
    return table["y"].tolist()


def show(name, table):
    for function in (widest, scaled, oddly, failing, framed, without_key, rows, items):
        try:
            result = function(table)
        except Exception as error:
            result = type(error).__name__
        if isinstance(result, (pd.DataFrame, pd.Series)):
            result = (result.to_dict(), str(result.index), str(getattr(result, "dtypes", "")))
        print(name, function.__name__, result)


random = np.random.default_rng(5)
plain = pd.DataFrame(
    {
        "k": random.integers(0, SIZE // 4 + 1, SIZE),
        "x": random.normal(size=SIZE).round(3),
        "n": random.integers(0, 20, SIZE),
    }
)
show("plain", plain.copy())
few = plain.iloc[:8].copy()
show("texts", few.assign(k=list("abcabcab")))
show("missing", few.assign(k=[None, "a", None, "b", "a", "a", None, "b"]))
show("floats", few.assign(k=few["x"]))
show("flags", few.assign(k=few["n"] > 5))
show("categories", few.assign(k=pd.Categorical(list("abcabcab"), list("cbad"))))
show("one group", few.assign(k=1))
show("nan", few.assign(x=few["x"].where(few["n"] > 9)))
show("objects", few.assign(x=few["x"].astype(object)))
show("texts in x", few.assign(x="1"))
show("index", few.set_index("k"))
show("named", few.rename_axis("k"))
show("empty", few.iloc[:0])
show("no x", few.drop(columns="x"))
show("twice", few.set_axis(["k", "x", "x"], axis=1))
few.attrs["a"] = 1
show("attrs", few)
