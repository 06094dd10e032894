import sys

import numpy as np
import pandas as pd

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
SEEN = []
NAMES = {1: "one"}
OTHER = pd.Series([0.5, 1.5, 2.5], index=[3, 4, 5])


def spread(part):
    return part.max() - part.min()


def counted(part):
    SEEN.append(len(part))
    return part.sum() + len(SEEN) % 3


def odd(part):
    SEEN.append("odd")
    if len(part) % 2:
        return None
    return part.max()


def listed(part):
    SEEN.append("listed")
    return part.tolist()


def fails(part):
    SEEN.append("fails")
    if len(SEEN) % 5 == 0:
        raise TypeError("too many")
    return part.min()


def lacks(part):
    SEEN.append("lacks")
    return NAMES[len(part)]


def centred(part):
    return (part - part.mean()) / part.std()


def shares(part):
    whole = part.sum()
    if whole == 0:
        return 0
    return 100 * part / whole


def spreads(table):
    found = table.groupby("k")["x"].agg(spread).sort_values(ascending=False).head(3)
    return found


def counts(table):
    return table.groupby("k", sort=False)["x"].agg(counted)


def odds(table):
    return table.groupby(["k"])["x"].aggregate(odd)


def lists(table):
    return table.groupby("k")["x"].agg(listed)


def failing(table):
    return table.groupby("k")["x"].agg(fails)


def lacking(table):
    return table.groupby("k")["x"].agg(lacks)


def sizes(table):
    return table.groupby(["k", "n"])["x"].agg(lambda part: len(part))


def bigger(table):
    return table.groupby("k")["x"].agg(lambda part: part.max() > 1)


def first(table):
    return table.groupby("k")["x"].agg(lambda part: part.iloc[0])


def wide(table):
    return table.groupby("k")["x"].agg(lambda part: 2 ** (60 + len(part)))


def mixed(table):
    return table.groupby("k")["x"].agg(lambda part: len(part) if len(part) % 2 else 0.5)


def spread_over(table):
    table["s"] = table.groupby("k")["x"].transform(spread)
    return table["s"]


def centre(table):
    table["c"] = table.groupby("k")["x"].transform(centred)
    return table["c"]


def share(table):
    return table.groupby("k", sort=False)["x"].transform(shares).round(3)


def filled(table):
    return table.groupby("k")["x"].transform(lambda part: part.fillna(part.mean()))


def scaled(table):
    return table.groupby(["k", "n"])["x"].transform(lambda part: (part - part.min()) * part / 2 + 2**40 if len(part) > 1 else part * 3)


def shifted(table):
    return table.groupby("k")["x"].transform(lambda part: part + OTHER)


def sized(table):
    return table.groupby("k")["x"].transform(lambda part: len(part) if len(part) > 2 else -0.0)


def high(table):
    return table.groupby("k")["x"].transform(lambda part: bool(part.max() > 1))


def some(table):
    return table.groupby("k")["x"].transform(odd)


def all_of(table):
    return table.groupby("k")["x"].transform(listed)


def broken(table):
    return table.groupby("k")["x"].transform(fails)


def huge(table):
    return table.groupby("k")["x"].transform(lambda part: part * 2**62 + 2**62)


def vast(table):
    return table.groupby("k")["x"].transform(lambda part: part + 2**70)


def deviations(table):
    return table.groupby("k")["x"].agg(lambda part: part.std(ddof=0) + part.var() if part.any() else part.quantile(0.9))


def squares(table):
    return table.groupby("k", observed=False)["x"].transform(lambda part: (part - part.iloc[0]) / part.std(ddof=0))


def swings(table):
    found = {}
    for key, part in table.groupby("k", sort=False, observed=True):
        found[key] = (part["x"].std(), part["x"].var(ddof=0), part["x"].quantile(0.25), part["x"].prod())
    return pd.Series(found)


FUNCTIONS = (deviations, squares, swings, spreads, counts, odds, lists, failing, lacking, sizes, bigger, first, wide, mixed)
FUNCTIONS += (spread_over, centre, share, filled, scaled, shifted, sized, high, some, all_of, broken, huge, vast)


def show(name, table):
    for function in FUNCTIONS:
        SEEN.clear()
        try:
            result = function(table.copy())
        except Exception as error:
            result = type(error).__name__
        if isinstance(result, pd.Series):
            kinds = sorted({type(item).__name__ for item in result})
            values = [*zip(result.index, map(repr, result.tolist()))]
            result = (values[:40], str(result.index), str(result.dtype), result.name, kinds)
        print(name, function.__name__, result, SEEN[:50], len(SEEN))


random = np.random.default_rng(5)
plain = pd.DataFrame(
    {
        "k": random.integers(0, SIZE // 4 + 1, SIZE),
        "x": random.normal(size=SIZE).round(3),
        "n": random.integers(0, 3, SIZE),
    }
)
show("plain", plain)
few = plain.iloc[:8].copy()
whole = few.assign(x=few["n"] * 7 - 3)
show("whole", plain.assign(x=plain["n"] * 7 - 3))
show("texts", few.assign(k=list("abcabcab")))
show("missing", few.assign(k=[None, "a", None, "b", "a", "a", None, "b"]))
show("whole, missing", whole.assign(k=[None, "a", None, "b", "a", "a", None, "b"]))
show("flags, missing", few.assign(x=few["x"] > 0, k=[None, "a", None, "b", "a", "a", None, "b"]))
show("floats", few.assign(k=few["x"]))
show("flags", few.assign(k=few["n"] > 5))
show("flagged", few.assign(x=few["x"] > 0))
show("categories", few.assign(k=pd.Categorical(list("abcabcab"), list("cbad"))))
show("one group", few.assign(k=1))
show("in order", few.assign(k=[1, 1, 2, 2, 2, 3, 4, 4]))
show("nan", few.assign(x=few["x"].where(few["n"] > 0)))
show("objects", few.assign(x=few["x"].astype(object)))
show("texts in x", few.assign(x="1"))
show("small", few.assign(x=few["x"].astype("float32")))
show("small whole", few.assign(x=few["n"].astype("int8")))
show("nullable", few.assign(x=few["n"].astype("Int64")))
show("dates", few.assign(x=pd.to_datetime("2024-01-01") + pd.to_timedelta(few["n"], unit="D")))
show("index", few.set_index("k"))
show("named", few.rename_axis("k"))
show("labels", few.set_axis([5, 5, 4, 3, 3, 9, 0, 1]))
show("two levels", few.set_index(["n", "x"], drop=False).rename_axis(["a", "b"]))
show("empty", few.iloc[:0])
show("no x", few.drop(columns="x"))
show("twice", few.set_axis(["k", "x", "x"], axis=1))
show("zero", few.assign(x=[0.0, -0.0, float("inf"), 1e308, -1e308, float("nan"), 0.0, 5e-324]))
few.attrs["a"] = 1
show("attrs", few)
