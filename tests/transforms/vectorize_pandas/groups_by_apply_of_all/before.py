import pandas as pd


def spread(readings):
    return readings["level"].max() - readings["level"].min()


def summary(readings):
    return pd.Series({"mean": readings["level"].mean(), "alarms": readings["alarm"].sum(), "n": len(readings)})


def spreads(log):
    found = log.groupby("station").apply(spread).reset_index(name="spread")
    return found


def keyless(log):
    return log.groupby("station", sort=False).apply(lambda part: part["level"].sum() / 2, include_groups=False)


def summaries(log):
    return (
        log.groupby("station")
        # one row for each
        .apply(summary)
        .round(1)
    )


def show(*args):
    for function in (spreads, keyless, summaries):
        try:
            result = function(*args)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            result = type(error)
        print(function.__name__, result)


log = pd.DataFrame(
    {
        "station": [7, 3, 7, 9, 3, 7],
        "level": [1.5, -0.0, 2.25, 0.1, 0.0, 1.5],
        "alarm": [True, False, False, True, True, False],
    }
)
show(log)
show(log.assign(station=list("abacbb")))
show(log.assign(station=None))
show(log.assign(level=list("abcdef")))
show(log.iloc[:0])
show(log.drop(columns="alarm"))
show([1])
