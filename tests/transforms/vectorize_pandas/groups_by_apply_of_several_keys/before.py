import pandas as pd


def spread(readings):
    return readings["level"].max() - readings["level"].min()


def spreads(log):
    found = log.groupby(["station", "alarm"])[["level"]].apply(spread)
    return found


def show(series):
    print(series.to_string(), series.dtype, series.name, series.index)


log = pd.DataFrame(
    {
        "station": [7, 3, 7, 9, 3, 7],
        "level": [1.5, -0.0, 2.25, 0.1, 0.0, 1.5],
        "alarm": [True, False, False, True, True, False],
    }
)
show(spreads(log))
show(spreads(log.assign(station=["a", "b", None, "c", "b", "b"])))
show(spreads(log.assign(level=pd.to_datetime(["2024-01-01", None] * 3))))
print(spreads(log.iloc[:0]))
for other in (log.assign(level=list("abcdef")), log.drop(columns="alarm"), [1]):
    try:
        show(spreads(other))
    except (AttributeError, KeyError, TypeError) as error:
        print(type(error).__name__, error)
