import pandas as pd


def spread(levels):
    print("spread of", len(levels))
    if len(levels) == 1:
        return None if levels.iloc[0] > 5 else 0
    return levels.max() - levels.min()


def spreads(log):
    found = log.groupby("station")["level"].agg(spread).round(2)
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
show(spreads(log.assign(station=list("abacbb"))))
show(spreads(log.assign(level=range(6))))
show(spreads(log.assign(level=range(6, 0, -1), station=[1, None, 2, 1, None, 2])))
print(spreads(log.iloc[:0]))
for other in (log.assign(level=list("abcdef")), log.drop(columns="level"), [1]):
    try:
        show(spreads(other))
    except (AttributeError, KeyError, TypeError) as error:
        print(type(error).__name__, error)
