import pandas as pd


def main(frame):
    for _, row in frame.iterrows():
        print(row["a"], row["b"])
    print(row)


main(pd.DataFrame({"a": [1, 2], "b": ["x", "y"]}))
