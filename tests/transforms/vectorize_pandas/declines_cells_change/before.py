import pandas as pd


def smooth(levels, names):
    for i in range(1, len(levels)):
        if levels["name"].iloc[i] == levels["name"].iloc[i - 1]:
            levels.at[i, "name"] = names[i % 3]
        print(levels["name"].iloc[i])


smooth(pd.DataFrame({"name": ["a", "a", "b", "b", "c"]}), "xyz")
