import sys
import warnings

import numpy as np
import pandas as pd


class Loud:
    """Whatever is computed with it is said."""

    def __init__(self, value):
        self.value = value

    def __mul__(self, other):
        print("times", other)
        return self.value * other

    def __getitem__(self, label):
        print("asked for", label)
        return self.value

    def __repr__(self):
        return f"Loud({self.value})"

    def __format__(self, form):
        print("formatted", form)
        return str(self.value)


def rows_of(kind):
    rows = [{"a": i, "b": i / 4, "c": f"n{i}", "d": i % 3 == 0} for i in range(12)]
    for i, row in enumerate(rows):
        if kind == "late float" and i > 8:
            row["a"] = 2.5
        if kind == "late text":
            row["b"] = "x" if i == 7 else 1.5
        if kind == "missing" and i % 4 == 3:
            row["b"] = float("nan")
        if kind == "none" and i % 5 == 4:
            row["c"] = None
        if kind == "numpy":
            row["a"], row["b"], row["d"] = np.int64(i), np.float64(i / 8), np.bool_(i % 2)
        if kind == "numpy zeros":
            row["a"], row["b"] = np.float64(i), np.float64(0)
        if kind == "small":
            row["a"], row["b"] = np.int8(i), np.float32(i / 8)
        if kind == "large":
            row["a"] = 2**62 + i if i < 6 else 2**70
        if kind == "lists":
            row["c"] = [i]
        if kind == "loud" and i > 3:
            row["a"], row["b"] = Loud(i), Loud(i)
        if kind == "zeros":
            row["b"] = -0.0 if i % 2 else 0.0
        if kind == "infinite":
            row["b"] = float("-inf")
        if kind == "days":
            row["c"] = pd.Timestamp("2024-02-29")
        if kind == "truth first":
            row["a"] = True if i < 3 else i
    if kind == "series":
        return [pd.Series(row) for row in rows]
    if kind == "own rows":
        return [*rows[:5], Loud(3), *rows[5:]]
    if kind == "fails":
        return [*rows[:7], {"a": 0}, *rows[7:]]
    if kind == "zero":
        return [*rows[:7], dict(rows[0], b=0), *rows[7:]]
    return rows[: {"one": 1, "two": 2, "three": 3}.get(kind, 12)]


def numbers(rows):
    table = pd.DataFrame(columns=["a", "b"])
    for row in rows:
        table.loc[len(table)] = [row["a"], row["b"]]
    return table


def mixed(rows):
    table = pd.DataFrame(columns=["a", "b", "c", "d"])
    for row in rows:
        table.loc[len(table)] = [row["a"], row["b"], row["c"], row["d"]]
    return table


def begun(rows):
    table = pd.DataFrame({"a": [1], "b": [2]})
    for row in rows:
        a, b = row["a"], row["b"]
        table.loc[len(table)] = [a * 2, b]
    return table


def labelled(rows):
    table = pd.DataFrame({"a": [1.5], "c": ["x"]}, index=["first"])
    for row in rows:
        a = row["a"]
        table.loc[len(table)] = [-a / 2, f"{a}!"]
    return table


def named(rows):
    table = pd.DataFrame({"a": [1.5, 2.5], "d": [True, False]}).rename_axis("place")
    for row in rows:
        table.loc[len(table)] = [row["a"], row["d"]]
    return table


def turned(rows):
    table = pd.DataFrame({"a": [1, 2], "c": ["x", "y"]}, index=[1, 0])
    for row in rows:
        table.loc[len(table)] = [row["a"], row["c"]]
    return table


def columned(rows):
    table = pd.DataFrame([[1, 2.0]], columns=pd.Index(["a", "b"], name="label"))
    for row in rows:
        table.loc[len(table)] = [row["a"], row["b"]]
    return table


def attributed(rows):
    table = pd.DataFrame(pd.DataFrame({"a": [1], "b": [2.5]}).set_flags(allows_duplicate_labels=False))
    for row in rows:
        table.loc[len(table)] = [row["a"], row["b"]]
    return table


def nested(rows):
    table = pd.DataFrame(columns=["c", "n"])
    for row in rows[:4]:
        for n in range(len(rows)):
            table.loc[len(table)] = [row["c"], n]
        for n in "xy":
            row["c"] = n
    return table


def caught(rows):
    table = pd.DataFrame(columns=["a", "b"])
    try:
        for row in rows:
            a, b = row["a"], row["b"]
            table.loc[len(table)] = [a, a / b if a > 6 else 1.5]
            if a == 10:
                raise ValueError(a)
    except (KeyError, TypeError, ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
    return table


def too_many(rows):
    table = pd.DataFrame(columns=["a", "b"])
    try:
        for row in rows:
            table.loc[len(table)] = [row["a"], row["b"], row["c"]]
    except ValueError as error:
        print(error)
    return table


def twice(rows):
    table = pd.DataFrame(columns=["a"])
    for row in rows:
        table.loc[len(table)] = [row["a"]]
    for row in rows:
        if row["d"]:
            table.loc[len(table)] = [row["b"]]
    return table


def shown(rows):
    table = pd.DataFrame(columns=["a", "b"])
    first = table
    for row in rows:
        table.loc[len(table)] = [row["a"], row["b"]]
    return first


def unbound(rows):
    table = pd.DataFrame(columns=["a", "b"])
    for row in rows:
        a, b = row["a"], row["b"]
        if b == 0:
            part = 1.5
        table.loc[len(table)] = [a / (b - 1), part * 2]
        if a == 3:
            del part
    return table


def divided(rows):
    table = pd.DataFrame(columns=["a", "b"])
    for row in rows:
        a, b = row["a"], row["b"]
        table.loc[len(table)] = [a / b if False else a, b]
        table.loc[len(table)] = [1.5, a * 2]
    return table


def ratios(rows):
    table = pd.DataFrame(columns=["a", "b"])
    for row in rows:
        a, b = row["a"], row["b"]
        table.loc[len(table)] = [a / b, b]
    return table


def described(table):
    print(table.to_string(), [*map(str, table.dtypes)], table.columns, table.attrs, table.flags.allows_duplicate_labels)
    print(type(table.index).__name__, table.index.dtype, table.index.name, repr(table.index[:3]))
    print([[repr(one) for one in table[label].tolist()] for label in table])


WAYS = (numbers, mixed, begun, labelled, named, turned, columned, attributed, nested, caught, too_many, twice, shown, unbound, divided, ratios)
for kind in sys.argv[1:]:
    print(kind)
    for way in WAYS:
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            try:
                described(way(rows_of(kind)))
            except Exception as error:
                print(type(error).__name__, error)
            print([(one.category.__name__, str(one.message)[:60]) for one in said])
