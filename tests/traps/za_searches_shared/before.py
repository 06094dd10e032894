"""Copies that share what they hold, and what only looks like a search."""
from collections import defaultdict

import pandas as pd


class Name(str):
    def __eq__(self, other):
        return other == "b"

    __hash__ = str.__hash__


def shallow(t):
    other = t.copy(deep=False)
    seen = []
    for k in [1, 2, 3, 3, 2, 1, 3, 1]:
        seen.append(len(t[t["k"] == k]))
        other.loc[len(seen), "k"] = 1
    return seen


def in_cells(t, u):
    seen = []
    for k in [1, 2, 3, 3, 2, 1, 3, 1]:
        part = u[u["k"] == k]
        part["t"].iloc[0]["k"] = 1
        seen.append(len(t[t["k"] == k]))
    return seen


def by_truth(t, u):
    seen = []
    for k in [1, 2, 3, 3, 2, 1, 3, 1]:
        part = u[u["k"] == k]
        part["k"] = 3
        seen.append(len(t[t["k"] == k]))
    return seen


def totals(t):
    kept = defaultdict(list)
    for k in [1, 2, 3, 3, 2, 1, 3]:
        part = t[t["k"] == k]
        kept[k] += part["v"].tolist()
        kept["all"].append(t["k"])
    return {k: len(v) for k, v in kept.items()}


def set_default(t):
    sums = {}
    seen = []
    for k in [1, 2, 3, 3, 2, 1, 3]:
        sums.setdefault(k, t["k"])
        sums[k] += 1
        seen.append(len(t[t["k"] == k]))
    return seen


def odd_keys(t, keys):
    seen = []
    for k in keys:
        seen.append(len(t[t["s"] == k]))
        seen.append(t[t["s"] == k]["v"].sum())
    return seen


def cells(t, count):
    seen = []
    for i in range(count):
        seen.append(t["x"].iloc[i])
        t["x"].iloc[i].append(i)
        seen.append(repr(t.at[i, "y"]))
    return seen


def table():
    return pd.DataFrame({"k": [1, 2, 3, 3] * 3, "v": range(12), "s": list("abbc") * 3})


t = table()
print(shallow(t), t["k"].tolist())
t = table()
print(in_cells(t, pd.DataFrame({"k": [1, 2, 3], "t": [t, t, t]})), t["k"].tolist())
t = table()
print(by_truth(t, {"k": 1, True: t, False: t}), t["k"].tolist())
print(totals(table()))
t = table()
print(set_default(t), t["k"].tolist())
print(odd_keys(t, ["a", "b", "c", "a", "b", "c", Name("a"), "z", 1, None]))
t["s"] = [Name("a"), "b", "b", "c"] * 3
print(odd_keys(t, ["a", "b", "c", "a", "b", "c", "z"]))
lists = pd.DataFrame({"x": [[i] for i in range(7)], "y": list("abcdefg")})
print(cells(lists, 7), lists["x"].tolist())
try:
    print(cells(lists, 8))
except IndexError as error:
    print(error)
