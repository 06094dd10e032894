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
        out.write("region,units,note\n")
        for i in range(40):
            region = ["north", "south", "east", "west"][i * month % 4]
            out.write(f"{region},{(i * 37 + month) % 50 - 7},{i}.5\n")

# All months together.
parts = []


def asked_of_sales(sales):
    """What is asked of the table, in this order."""
    yield sales.shape[0]
    yield sales.groupby("region", sort=True)["units"].sum()
    yield sales.groupby("region", sort=True).size()
    yield sales["units"].max()
    yield sales["units"].min()
    yield sales[sales['units'] < 0]['units'].sum()


def sales_by_dask(paths):
    """asked_of_sales() of files, a few in memory; None: ask the loop."""

    def read(path, dtypes=None):
        table = pd.read_csv(path)[["region", "units"]]
        fits = len(table) > 0
        if dtypes is not None:
            fits = fits and table.dtypes.equals(dtypes)
        for label in ["units"]:
            fits = fits and table[label].dtype == "int64"
        for label in ["units"]:
            kind = str(table[label].dtype)
            fits = fits and kind in {"int64", "float64"}
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


sales_asked = sales_by_dask(sorted(glob.glob("month*.csv")))
if sales_asked is None:
    for path in sorted(glob.glob("month*.csv")):
        parts.append(pd.read_csv(path))  # one month
    sales = pd.concat(parts, ignore_index=True)
    sales_asked = asked_of_sales(sales)

print(next(sales_asked), "rows")
by_region = next(sales_asked)
print(by_region)
by_region["north"] += 1
print(next(sales_asked).to_dict())
print("most", next(sales_asked), "least", next(sales_asked))
print(f"returned: {next(sales_asked)}")
