import sys

import numpy as np
import pandas as pd

KEPT = []


class Shop:
    def __init__(self, name):
        self.name = name

    def __getitem__(self, label):
        print("asked for", label)
        return pd.Series([1.0, 2.0], name=label)

    def __len__(self):
        return 7


class Shops:
    """No table, but it has groups."""

    def groupby(self, by, sort=True):
        print("grouped", by, sort)
        return [(name, Shop(name)) for name in "ba"]


def table(kind):
    made = pd.DataFrame(
        {"shop": list("abcabca"), "price": [1.5, -0.0, 0.0, 2.5, 0.0, -0.0, 1e308], "pieces": range(7)}, index=list("tuvwxyz")
    )
    if kind == "own":
        return Shops()
    if kind == "huge":
        made["price"] = 1e308
    if kind == "infinite":
        made.loc["t", "price"] = float("inf")
    if kind == "strided":
        made[["price", "pieces"]] = np.arange(14.0).reshape(7, 2) / 7
    return made


def sums(sales):
    for shop, part in sales.groupby("shop"):
        print(shop, repr(part["price"].sum()), repr(part["price"].min()), len(part), repr(part["pieces"].mean()))


def kept(sales):
    for shop, part in sales.groupby("shop"):
        KEPT.append(part)
        print(part["price"].max())


def keep(part):
    KEPT.append(part)


def handed(sales):
    for shop, part in sales.groupby("shop"):
        keep(part)
        print(part["price"].max())


def rebound(sales):
    for shop, part in sales.groupby("shop"):
        print(part["price"].max())
        part = part[part["price"] > 0]
        print(len(part))


def first_only(sales):
    for shop, sales in sales.groupby("shop"):
        if shop == "b":
            break
        print(sales["price"].iloc[-1])
    else:
        print("all")
    return len(sales)


def late(sales):
    asked = []
    for shop, part in sales.groupby("shop"):
        asked.append(lambda: (shop, part["price"].sum()))
        if len(part) == 2:
            continue
        sales = None
    return [one() for one in asked]


def fails(sales):
    total = 0
    try:
        for shop, part in sales.groupby("shop", sort=False):
            total += part["pieces"].sum()
            if part["price"].max() > 1:
                raise ValueError(shop)
    except ValueError as error:
        print(error)
    return total


def given(sales):
    for shop, part in sales.groupby("shop"):
        yield shop, part["price"].sum()


def inner(sales):
    for shop, part in sales.groupby("shop"):
        for pieces, few in part.groupby("pieces"):
            print(shop, pieces, few["price"].max())


def spread(part, factor=2):
    if len(part) == 3:
        KEPT.append(len(KEPT))
    return (part["price"].max() - part["price"].min()) * factor


def spreads(sales):
    found = sales.groupby("shop")[["price"]].apply(spread)
    return found.tolist()


def measure(part):
    return len(part)


def measured(sales):
    global measure
    found = sales.groupby("shop")["price"].apply(measure)
    measure = spread
    return found.to_dict()


def refused(part):
    if part["pieces"].max() > 4:
        raise TypeError("too many")
    print("few", part["pieces"].max())
    return 1


def refusals(sales):
    found = sales.groupby("shop")[["pieces", "price"]].apply(refused)
    return found.tolist()


def one_of_all(sales):
    found = sales.groupby("shop")[["price"]].apply(lambda part: part["pieces"].max())
    return found.tolist()


def changed(sales):
    def add(price):
        sales["price"] = 0.0
        return price.sum()

    found = sales.groupby("shop")["price"].apply(add)
    return found.tolist()


for kind in sys.argv[1:] or ["plain"]:
    for number in range(15):
        sales = table(kind)
        try:
            if number == 0:
                print(sums(sales))
            elif number == 1:
                print(kept(sales))
            elif number == 2:
                print(handed(sales))
            elif number == 3:
                print(rebound(sales))
            elif number == 4:
                print(first_only(sales))
            elif number == 5:
                print(late(sales))
            elif number == 6:
                print(fails(sales))
            elif number == 7:
                for one in given(sales):
                    if isinstance(sales, pd.DataFrame):
                        sales["price"] = 9.0
                    print(one)
            elif number == 8:
                print(inner(sales))
            elif number == 9:
                print(spreads(sales), [repr(one) for one in KEPT if not isinstance(one, Shop)])
            elif number == 10:
                print(refusals(sales))
            elif number == 11:
                print(one_of_all(sales))
            elif number == 12:
                print(changed(sales), sales["price"].tolist())
            elif number == 13:
                with np.errstate(all="raise"):
                    print(sums(sales), spreads(sales))
            else:
                print(measured(sales))
        except Exception as error:
            print(type(error).__name__, error)
print(len(KEPT))
