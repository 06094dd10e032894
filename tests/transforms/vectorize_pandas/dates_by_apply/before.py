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


def main(orders):
    orders["season"] = orders.apply(season, axis=1)
    orders["late"] = orders.apply(late, axis=1)
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
