import pandas as pd


def doubled(frame):
    out = []
    for row in frame.itertuples():
        out.append(row.a * 2)
    return out


def main(frame):
    frame.index = frame["s"]
    frame.index.name = None
    print(doubled(frame), list(frame.index))


if __name__ == "__main__":
    main(pd.DataFrame({"a": [1, 2], "s": ["x", "y"]}))
