import pandas as pd


def steps(levels):
    return levels.diff().max()


def all_steps(log):
    return log.groupby("station")["level"].apply(steps)


log = pd.DataFrame({"station": [7, 3, 7], "level": [1.5, 2.5, 3.5]})
print(all_steps(log).to_string())
