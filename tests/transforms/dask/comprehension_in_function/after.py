import dask
import dask.dataframe as dd
import os
import warnings
from concurrent.futures import ThreadPoolExecutor
from os.path import isfile
from pathlib import Path

import pandas as pd

os.mkdir("data")
for month in range(1, 6):
    with open(f"data/month{month}.csv", "w") as out:
        out.write("region,units,cents\n")
        for i in range(40):
            region = ["north", "south", "east", "west"][i * month % 4]
            out.write(f"{region},{(i * 37 + month) % 50 - 7},{i * 75}\n")


def asked_of_sales(sales):
    """What is asked of the table, in this order."""
    yield sales.shape[0]
    yield sales[sales["region"] != "north"] ["units"].sum()
    yield sales["region"].nunique()
    yield sales.groupby("region", sort=True)["units"].max()
    yield sales.shape[0]


def sales_by_dask(paths):
    """asked_of_sales() of files, a few in memory; None: ask the loop."""

    def read(path, dtypes=None):
        table = pd.read_csv(path, usecols=["region", "units"])[["region", "units"]]
        fits = len(table) > 0
        if dtypes is not None:
            fits = fits and table.dtypes.equals(dtypes)
        for label in ["units"]:
            fits = fits and table[label].dtype == "int64"
        for label in ["region"]:
            if table[label].dtype != "int64":
                kind = pd.api.types.infer_dtype(table[label])
                fits = fits and kind == "string"
        if not fits:
            raise ValueError(path)
        return table

    def fail(warning, *place, **other):
        raise warning

    try:
        if type(paths) not in (list, tuple):  # it may tell one by one
            return None
        plain = str, type(Path())
        if not all(type(path) in plain and isfile(path) for path in paths):
            return None
        options = {"dataframe.convert-string": False}
        with warnings.catch_warnings(), dask.config.set(options):
            warnings.showwarning = fail
            first = read(paths[0])
            table = dd.from_map(
                read, paths, dtypes=first.dtypes, meta=first.iloc[:0]
            )
            with ThreadPoolExecutor(max_workers=2) as pool:
                answers = dask.compute(
                    *asked_of_sales(table), scheduler="threads", pool=pool
                )
    except Exception:
        return None
    return iter(answers)


def report(names):
    sales_asked = sales_by_dask([os.path.join("data", name) for name in sorted(os.listdir("data"))])
    if sales_asked is None:
        sales = pd.concat(
            [pd.read_csv(os.path.join("data", name), usecols=["region", "units"])
             for name in sorted(os.listdir("data"))],
            ignore_index=True,
        )
        sales_asked = asked_of_sales(sales)
    print(names, next(sales_asked))
    worst = (
        next(sales_asked)
    )
    print(worst)
    if int(next(sales_asked)) > 3:
        print("all regions")
    for region, units in next(sales_asked).items():
        print(region, units)
    return next(sales_asked)


print(report("all"))
