import dask
import dask.dataframe as dd
import glob
import warnings
from concurrent.futures import ThreadPoolExecutor
from os.path import isfile
from pathlib import Path

import pandas as pd

for month in range(1, 6):
    with open(f"month{month}.csv", "w") as out:
        out.write("region,units,cents\n")
        for i in range(40):
            region = ["north", "south", "east", "west"][i * month % 4]
            out.write(f"{region},{(i * 37 + month) % 50 - 7},{i * 75}\n")


def asked_of_sales(sales):
    """What is asked of the table, in this order."""
    yield sales["units"].sum()
    yield sales.groupby("region", sort=True)["cents"].sum()


def sales_by_dask(paths):
    """asked_of_sales() of files, a few in memory; None: ask the loop."""

    def read(path, dtypes=None):
        table = pd.read_csv(path, dtype={"region": str}, thousands=",")[["cents", "region", "units"]]
        fits = len(table) > 0
        if dtypes is not None:
            fits = fits and table.dtypes.equals(dtypes)
        for label in ["cents", "units"]:
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


def by_region(paths):
    everything = []
    sales_asked = sales_by_dask(paths)
    if sales_asked is None:
        for path in paths:
            part = pd.read_csv(path, dtype={"region": str}, thousands=",")
            everything.append(part)
        # Nobody needs the parts any more.
        sales = pd.concat(everything, sort=False)
        sales_asked = asked_of_sales(sales)
    total = 0
    total += next(sales_asked)
    return {"total": total, "cents": next(sales_asked)}


try:
    by_region(["month1.csv", "month9.csv"])
except FileNotFoundError as error:
    print(error)
