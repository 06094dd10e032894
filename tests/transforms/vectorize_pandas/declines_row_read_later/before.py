import pandas as pd


def later(row):
    return lambda: row["a"]


def main(frame):
    # By then every one of them sees the last row.
    frame["later"] = frame.apply(later, axis=1)
    print([one() for one in frame["later"]])


main(pd.DataFrame({"a": [1, 2], "b": ["x", "y"]}))
