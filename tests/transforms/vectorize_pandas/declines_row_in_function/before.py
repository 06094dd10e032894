import pandas as pd


def last():
    return row


for _, row in pd.DataFrame({"a": [1, 2], "b": ["x", "y"]}).iterrows():
    print(row["a"], row["b"])
frame = pd.DataFrame({"a": [1, 2], "b": ["x", "y"]})
for _, row in frame.iterrows():
    print(row["a"], row["b"])
print(last())
