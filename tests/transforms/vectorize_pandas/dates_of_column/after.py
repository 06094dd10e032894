import numpy as np
import pandas as pd


def year_by_columns(visits):
    """By arrays: apply() of main(). None: they would differ."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(visits) is not pd.DataFrame
        or type(visits.columns) is not pd.Index
        or not visits.columns.is_unique
        or {*map(type, visits.columns)} != {str}
        or "day" not in visits.columns
        or str(visits["day"].dtype) not in ("datetime64[ns]", "datetime64[us]")
        or visits["day"].isna().any()
        or len(visits) == 0
        or visits.attrs
        or not visits.flags.allows_duplicate_labels
        or visits["day"].attrs
    ):
        return None
    day_year = visits["day"].dt.year.to_numpy("int64")
    if np.any((day_year < -2**52) | (day_year > 2**52)):
        return None
    values = day_year
    return pd.Series(np.array(values), index=visits.index, name="day")


def main(visits):
    visits["weekend"] = visits["day"].apply(lambda day: day.weekday() >= 5)
    values = year_by_columns(visits)
    if values is None:
        visits["year"] = visits["day"].map(lambda day: day.year)
    else:
        visits["year"] = values
    visits["part"] = visits["day"].apply(lambda d: "night" if d.hour < 6 else "day" if d.hour < 18 else "evening")
    print(visits, visits.dtypes, sep="\n")


days = ["2024-02-29 05:59:59", "1999-12-31 06:00", "2024-07-06 18:00", "2262-01-08"]
visits = pd.DataFrame({"day": [*map(pd.Timestamp, days)]}, index=["b", "b", "a", "c"])
main(visits.copy())
main(visits.assign(day=visits["day"].dt.tz_localize("Asia/Tokyo")))
main(visits.assign(day=visits["day"].tolist()).astype({"day": object}))
for changed in (visits.assign(day=[None, *visits["day"][1:]]), visits.assign(day=days), visits.iloc[:0]):
    try:
        main(changed.copy())
    except (AttributeError, TypeError) as error:
        print(type(error), error)
