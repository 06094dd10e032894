import pandas as pd


def main(frame):
    out = []
    for row in frame.itertuples():
        out.append(row.name.zfill(3))
    print(out)


main(pd.DataFrame({"name": ["x", "y"]}))
