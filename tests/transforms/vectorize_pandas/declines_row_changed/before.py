import pandas as pd


def main(frame):
    for _, row in frame.iterrows():
        row["a"] += 1
        print(row["a"], row["b"])


main(pd.DataFrame({"a": [1, 2], "b": ["x", "y"]}))
