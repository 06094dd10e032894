import numpy as np
import pandas as pd


def season(order):
    month = order["day"].month
    if month in (12, 1, 2):
        return "winter"
    elif month < 6:
        return "spring"
    return "summer" if order.day.quarter == 3 else "autumn"


def late(order):
    return (order["paid"] - order["day"]).days > 30 or order["day"].weekday() not in (0, 1, 2, 3, 4)


def late_by_columns(orders):
    """By arrays: apply() of main(). None: they would differ."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(orders) is not pd.DataFrame
        or type(orders.columns) is not pd.Index
        or not orders.columns.is_unique
        or {*map(type, orders.columns)} != {str}
        or "paid" not in orders.columns
        or str(orders["paid"].dtype) not in ("datetime64[ns]", "datetime64[us]")
        or orders["paid"].isna().any()
        or (orders["paid"].dt.year - 1970).abs().max() > 100
        or "day" not in orders.columns
        or str(orders["day"].dtype) not in ("datetime64[ns]", "datetime64[us]")
        or orders["day"].isna().any()
        or (orders["day"].dt.year - 1970).abs().max() > 100
        or len(orders) == 0
        or orders.attrs
        or not orders.flags.allows_duplicate_labels
    ):
        return None
    row_type = orders.iloc[:0].to_numpy().dtype
    if row_type not in ("int64", "float64", "object") or orders.iloc[0].dtype not in (row_type, "str"):
        return None
    dtype = None if row_type == "object" else row_type
    paid_days = (orders["paid"] - orders["day"]).dt.days.to_numpy("int64")
    day_day_of_week = orders["day"].dt.day_of_week.to_numpy("int64")
    if (
        np.any((paid_days < -2**52) | (paid_days > 2**52))
        or np.any((day_day_of_week < -2**52) | (day_day_of_week > 2**52))
    ):
        return None
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            mask = paid_days > 30
            mask_2 = day_day_of_week != 0
            mask_3 = mask_2 & (day_day_of_week != 1)
            mask_4 = mask_3 & (day_day_of_week != 2)
            mask_5 = mask_4 & (day_day_of_week != 3)
            values = mask | mask_5 & (day_day_of_week != 4)
    except FloatingPointError:
        return None
    return pd.Series(np.array(values), index=orders.index)


def main(orders):
    orders["season"] = orders.apply(season, axis=1)
    values = late_by_columns(orders)
    if values is None:
        orders["late"] = orders.apply(late, axis=1)
    else:
        orders["late"] = values
    print(orders, orders.dtypes, sep="\n")


days = ["2024-02-29", "1999-12-31 23:59:59", "2024-07-01", "2023-10-08", "2024-05-05"]
orders = pd.DataFrame({"day": [*map(pd.Timestamp, days)], "name": ["a", "b", None, "c", "d"]})
orders["paid"] = orders["day"] + pd.to_timedelta([31, -3, 30, 29, 400], unit="D")
main(orders.copy())
main(orders.assign(day=orders["day"].dt.tz_localize("UTC"), paid=orders["paid"].dt.tz_localize("UTC")))
main(orders.assign(paid=orders["paid"] + pd.Timedelta("1us")))
for changed in (
    orders.assign(day=[None, *orders["day"][1:]]),
    orders.assign(paid=[*orders["paid"][1:], None]),
    orders.assign(day=days),
    orders.assign(day=[pd.Timestamp("1700-01-01")] * 5),
    orders.assign(paid=[pd.Timestamp("2250-01-01")] * 5, day=[pd.Timestamp("1700-01-01")] * 5),
    orders.iloc[:0],
):
    try:
        main(changed.copy())
    except (AttributeError, KeyError, ValueError, OverflowError) as error:
        print(type(error))
