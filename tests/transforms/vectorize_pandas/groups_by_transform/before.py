import pandas as pd


def scaled(levels):
    width = levels.std()
    if width == 0 or len(levels) == 1:
        return 0.0
    return (levels.fillna(levels.mean()) - levels.mean()) / width


def add_scaled(log):
    log["scaled"] = log.groupby("station", sort=False)["level"].transform(scaled)
    return log["scaled"]


def show(series):
    print(series.to_string(), series.dtype, series.name, series.index)


log = pd.DataFrame(
    {
        "station": [7, 3, 7, 9, 3, 7],
        "level": [1.5, -0.0, 2.25, 0.1, 0.0, None],
        "alarm": [True, False, False, True, True, False],
    },
    index=list("abcdbb"),
)
show(add_scaled(log))
show(add_scaled(log.assign(station=["a", None, "a", "b", None, "b"])))
show(add_scaled(log.assign(level=range(6))))
show(add_scaled(log.assign(level=[2**40, 2, 3, 4, 5, 2**60])))
print(add_scaled(log.iloc[:0]))
for other in (log.assign(level=list("abcdef")), log.drop(columns="level"), [1]):
    try:
        show(add_scaled(other))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
