import pandas as pd


def label(part):
    return str(part["station"].iloc[0]) + "!"


def labels(log):
    return log.groupby("station").apply(label)


log = pd.DataFrame({"station": [7, 3, 7], "level": [1.5, 2.5, 3.5]})
try:
    print(labels(log).to_dict())
except KeyError as error:
    print(error)
