"""Lists of numbers of Python and of NumPy: in a column nobody can tell them apart."""
import sys

import numpy as np
import pandas as pd

MODE = sys.argv[1]
SIZE = {"empty": 0, "one": 1}.get(MODE, 40)


def table(kind):
    rng = np.random.default_rng(3)
    made = pd.DataFrame({
        "price": rng.uniform(-5, 50, SIZE).round(1),
        "pieces": rng.integers(0, 5, SIZE),
        "kind": rng.choice(["a", "b"], SIZE),
    })
    if kind == "numbers":
        del made["kind"]
    if kind == "missing":
        made.loc[2:4, "price"] = np.nan
    if kind == "whole":
        made["price"] = made["price"].astype(int)
    if kind == "low":
        made["price"] = -1.0
    return made


def shown(made, name):
    print(name, made[name].dtype, [type(one).__name__ for one in made[name].tolist()][:2])
    print(made[name].tolist())


def as_column(orders):
    values = []
    for i in range(len(orders)):
        row = orders.iloc[i]
        if row["price"] > 20:
            values.append(row["price"] * row["pieces"])
        else:
            values.append(0.0)
    orders["value"] = values
    shown(orders, "value")


def as_two(orders):
    values = []
    for i in range(len(orders)):
        values.append(orders.at[i, "price"] * 2 if orders.at[i, "pieces"] > 2 else -0.0)
    orders["value"] = values
    orders["again"] = values
    shown(orders, "again")


def printed(orders):
    values = []
    for i in range(len(orders)):
        values.append(orders.at[i, "price"] * 2 if orders.at[i, "pieces"] > 2 else -1.0)
    orders["value"] = values
    print([type(one).__name__ for one in values])


def rebound(orders):
    values = []
    for i in range(len(orders)):
        values.append(orders.at[i, "price"] * 2 if orders.at[i, "pieces"] > 2 else -1.0)
    orders = {}
    orders["value"] = values
    print([type(one).__name__ for one in orders["value"]])


def read_within(orders):
    def look():
        return [type(one).__name__ for one in values]

    values = []
    for i in range(len(orders)):
        values.append(orders.at[i, "price"] * 2 if orders.at[i, "pieces"] > 2 else -1.0)
    orders["value"] = values
    print(look())


def other_table(orders, others):
    values = []
    for i in range(len(orders)):
        values.append(orders.at[i, "price"] * 2 if orders.at[i, "pieces"] > 2 else -1.0)
    others["value"] = values
    print([type(one).__name__ for one in others["value"]])


def whole_numbers(orders):
    values = []
    for i in range(len(orders)):
        values.append(orders.at[i, "pieces"] * 3 if orders.at[i, "price"] > 0 else 0)
    orders["value"] = values
    shown(orders, "value")


def two_types(orders):
    values = []
    for i in range(len(orders)):
        values.append(orders.at[i, "pieces"] * 3 if orders.at[i, "price"] > 0 else 0.0)
    orders["value"] = values
    shown(orders, "value")


for work in (as_column, as_two, printed, rebound, read_within, whole_numbers, two_types):
    work(table(MODE))
other_table(table(MODE), {})
kept = []
orders = table(MODE)
for i in range(len(orders)):
    kept.append(orders.at[i, "price"] * 2 if orders.at[i, "pieces"] > 2 else -1.0)
orders["value"] = kept
print(orders["value"].sum(), [type(one).__name__ for one in kept])
