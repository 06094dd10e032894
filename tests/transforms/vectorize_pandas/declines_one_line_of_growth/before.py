import pandas as pd


def grown(names):
    table = pd.DataFrame()
    for name in names: table = pd.concat([table, pd.DataFrame([{"name": name}])], ignore_index=True)
    return table


print(grown(["a", "b", "c"]))
