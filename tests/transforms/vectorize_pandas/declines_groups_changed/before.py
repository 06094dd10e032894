import pandas as pd


def shares(log):
    for station, part in log.groupby("station"):
        part["share"] = part["level"] / part["level"].sum()
        print(station, part["share"].tolist())


log = pd.DataFrame({"station": [7, 3, 7], "level": [1.5, 2.5, 3.5]})
shares(log[["station", "level"]].copy())
