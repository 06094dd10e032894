import pandas as pd


def main(visits):
    visits["weekend"] = visits["day"].apply(lambda day: day.weekday() >= 5)
    visits["year"] = visits["day"].map(lambda day: day.year)
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
