import pandas as pd


def is_late(visit):
    return visit["day"].year > 2023


def listing(visits):
    for _, visit in visits.iterrows():
        print(f"{visit['day'].day=}", visit["day"].strftime("%d %b"), is_late(visit))
        print(visit["day"].month_name(locale=None), visit["day"].timestamp())
        print(visit["name"].upper(), visit["day"].hour)
    else:
        print(visit["day"].minute)


visits = pd.DataFrame(
    {
        "day": pd.to_datetime(["2024-01-06 10:30", "2023-02-28 23:59"]),
        "name": ["Ida", "Ole"],
        "count": [1, 2],
    }
)
listing(visits)
