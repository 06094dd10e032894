import pandas as pd


def parts(log):
    found = []
    for station, part in log.groupby("station"):
        found.append(part)
        print(station, part["level"].sum())
    return found


log = pd.DataFrame({"station": [7, 3, 7], "level": [1.5, 2.5, 3.5]})
print(parts(log))
