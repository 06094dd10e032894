import pandas as pd


def backwards(self):
    return iter(self.index[::-1])


def main(frame):
    out = []
    for row in frame.itertuples():
        out.append(row.a * 2)
    print(out)


def patch():
    setattr(pd.DataFrame, "itertuples", backwards)


main(pd.DataFrame({"a": [1, 2]}))
