import pandas as pd


def main(frame):
    rows = []
    for label, row in frame.iterrows():
        if row["a"] > 1:
            rows.append(row)
    print(rows)


main(pd.DataFrame({"a": [1, 2]}))
