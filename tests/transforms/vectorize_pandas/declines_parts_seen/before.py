import pandas as pd


def joined(parts):
    table = pd.DataFrame({"n": [0]})
    for part in parts:
        table = pd.concat([table, part], ignore_index=True)
        print(len(table))
    return table


print(joined([pd.DataFrame({"n": [i]}) for i in range(4)]).to_string())
