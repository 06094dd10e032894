import sys
import warnings

import numpy as np
import pandas as pd

warnings.simplefilter("ignore")  # which show the lines that they are about
SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 500
row = ("outer", 7)


def named(row):
    return f"{row['name']}:{row.price}"


def texts(table):
    return [f"{row['name']}-{row['n']}" for _, row in table.iterrows() if row["n"] % 2 == 0]


def by_name(table):
    return {row["name"]: (label, row["price"], row.get("late", "?")) for label, row in table.iterrows()}


def kinds(table):
    return sorted({str(type(row["n"])) + str(type(row["price"])) for _, row in table.iterrows()})


def handed(table):
    return [named(row) for _, row in table.iterrows() if row["name"]]


def letters(table):
    return [letter + str(row["n"]) for _, row in table.iterrows() for letter in row["name"][:2]]


def later(table):
    functions = [lambda: row["n"] for _, row in table.iterrows()]
    return [function() for function in functions[:3]]


def kept(table):
    return [row for _, row in table.iterrows() if row["n"] > 3][:1]


def lazy(table):
    rows = (row["n"] for _, row in table.iterrows())
    table["n"] = 0
    return list(rows)[:5]


def changed(table):
    return [table.__setitem__("n", 5) or str(row["n"]) + row["name"] for _, row in table.iterrows()][:5]


def all_of(table):
    return [dict(row) for _, row in table.iterrows()][:2]


def first(table):
    return [str(row["date"].year) + row["name"] for _, row in table.iterrows() if str(row["date"]) != "NaT"][:9]


def show(name, table):
    for function in (texts, by_name, kinds, handed, letters, later, kept, lazy, changed, all_of, first):
        try:
            result = function(table.copy())
        except Exception as error:
            result = type(error).__name__
        print(name, function.__name__, result)


random = np.random.default_rng(5)
plain = pd.DataFrame(
    {
        "name": random.choice(["ada", "bob", "cy", ""], SIZE),
        "price": random.normal(size=SIZE).round(3),
        "n": random.integers(0, 9, SIZE),
        "date": pd.to_datetime("2024-01-01") + pd.to_timedelta(random.integers(0, 900, SIZE), unit="D"),
    }
)
show("plain", plain)
few = plain.iloc[:6].copy()
show("missing", few.assign(name=["a", None, "b", float("nan"), "c", "a"]))
show("no dates", few.assign(date=few["date"].where(few["n"] > 4)))
show("numbers", few[["price", "n"]].assign(name=few["n"]))
show("floats", few[["price"]].assign(name=1.5, n=2.0))
show("nullable", few.assign(n=few["n"].astype("Int64")))
show("category", few.assign(name=few["name"].astype("category")))
show("late", few.assign(late=True))
show("labels", few.set_axis([*"aabbcc"]))
show("twice", few.set_axis(["name", "price", "n", "n"], axis=1))
show("empty", few.iloc[:0])
show("less", few.drop(columns="n"))
print(row)
