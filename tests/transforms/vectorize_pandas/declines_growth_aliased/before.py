import pandas as pd


def listed(names):
    table = pd.DataFrame(columns=["name", "size"])
    seen = table
    for name in names:
        table.loc[len(table)] = [name, 1]
    return len(seen)


print(listed(["a", "b", "c"]))
