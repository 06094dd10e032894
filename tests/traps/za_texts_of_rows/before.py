import sys

import numpy as np
import pandas as pd

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 3000


def bills(table):
    rows = []
    for _, row in table.iterrows():
        rows.append((row["shop"], row["price"] * row["n"], "big" if row["n"] > 5 else "small"))
    return rows


def named(table):
    rows = []
    for label, row in table.iterrows():
        name = row["shop"]
        total = row["price"] + row["n"]
        if total > 3:
            rows.append((name, total))
    return rows


def kept(table):
    names = []
    for row in table.itertuples():
        if row.price * 2 > row.n:
            names.append(row.shop)
    return names


def both(table):
    names = []
    for row in table.itertuples(index=False):
        names.append((row.shop, row.n + 1, row.shop))
    return names


def chosen(table):
    names = []
    for row in table.itertuples():
        name = row.shop
        if row.n > 4:
            name = row.n
        names.append(name)
    return names


def at_once(table):
    return [(row.shop, row.price / 2) for row in table.itertuples()]


def by_place(table):
    rows = []
    for i in range(len(table)):
        rows.append((table["shop"].iloc[i], table["price"].iloc[i] * 3))
    return rows


def by_label(table):
    rows = []
    for i in table.index:
        rows.append((table.at[i, "shop"], table.at[i, "price"] - 1))
    return rows


def compared(table):
    rows = []
    for row in table.itertuples():
        rows.append((row.shop, row.shop > 2, row.price * 2))
    return rows


def show(name, table):
    for function in (bills, named, kept, both, chosen, at_once, by_place, by_label, compared):
        try:
            result = function(table)
            kinds = sorted({tuple(type(x).__name__ for x in one) if type(one) is tuple else type(one).__name__ for one in result})
            frame = pd.DataFrame(result, columns=[*"abc"[: len(result[0])]] if result and type(result[0]) is tuple else ["a"])
            result = (result[:8], kinds, len(result), [*map(str, frame.dtypes)])
        except Exception as error:
            result = type(error).__name__
        print(name, function.__name__, result)


random = np.random.default_rng(5)
plain = pd.DataFrame(
    {
        "shop": random.choice(["ada", "bob", "", "ŝ"], SIZE),
        "price": random.normal(size=SIZE).round(3),
        "n": random.integers(0, 9, SIZE),
    }
)
show("texts", plain)
few = plain.iloc[:7].copy()
show("whole", few.assign(shop=few["n"] * 2))
show("large", few.assign(shop=few["n"] * 2**40 + 2**60))
show("large, of floats", few[["price", "n"]].assign(n=few["n"] / 2, shop=few["n"] * 2**40 + 2**60))
show("floats", few.assign(shop=few["price"], n=few["price"]))
show("missing", few.assign(shop=["a", None, "b", float("nan"), "c", "a", "b"]))
show("missing, floats", few.assign(n=few["price"], shop=["a", None, "b", float("nan"), "c", "a", "b"]))
show("mixed", few.assign(shop=["a", 1, "b", 2.5, "c", True, "b"]))
show("objects", few.assign(shop=["a", "1", "b", "2", "c", "3", "b"]).astype(object))
show("subclass", few.assign(shop=pd.Series([np.str_("a")] * 7, dtype=object)))
show("nullable", few.assign(shop=few["shop"].astype("string")))
show("category", few.assign(shop=few["shop"].astype("category")))
show("dates", few.assign(shop=pd.Timestamp("2024-01-01")))
show("flags", few.assign(shop=few["n"] > 3))
show("nan", few.assign(price=float("nan"), n=float("nan")))
show("texts everywhere", few.assign(price="1", n="2"))
show("labels", few.set_axis([*"gfedcba"]))
show("empty", few.iloc[:0])
