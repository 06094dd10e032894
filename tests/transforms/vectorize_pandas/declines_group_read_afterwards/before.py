import pandas as pd


def last(log):
    for station, part in log.groupby("station"):
        print(station, part["level"].sum())
    return part


log = pd.DataFrame({"station": [7, 3, 7], "level": [1.5, 2.5, 3.5]})
print(last(log))
