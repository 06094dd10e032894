import pandas as pd


def main(frame):
    line = ""
    for row in frame.itertuples():
        line += row.name.strip()
    print(line)


main(pd.DataFrame({"name": ["x ", "y"]}))
