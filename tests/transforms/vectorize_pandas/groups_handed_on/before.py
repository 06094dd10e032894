import pandas as pd


def spread(part, places=2):
    return round(part["level"].max() - part["level"].min(), places)


def mean(part):
    if part["level"].count() == 0:
        return None
    return part["level"].sum() / len(part)


def report(stations):
    for name, part in stations.log.groupby("station"):
        # What one station says.
        print(name, repr(spread(part)), repr(mean(part)), part["level"].nunique())
    else:
        print(part["level"].iloc[0])


class Stations:
    def __init__(self, log):
        self.log = log


log = pd.DataFrame({"station": list("xyxzyx"), "level": [0.25, None, 8.5, 1e-300, 2.5, 0.75]})
report(Stations(log))
report(Stations(log.dropna().astype({"level": "float32"})))
try:
    report(Stations([1]))
except AttributeError as error:
    print(error)
