import pandas as pd


def half(x):
    if x > 1:
        return x / 2


def main(frame):
    frame["half"] = frame["a"].apply(half)
    print(frame)


main(pd.DataFrame({"a": [1, 2]}))
