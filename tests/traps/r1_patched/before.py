import sys

import pandas as pd


def backwards(self):
    return iter(list(type(self).itertuples(self))[::-1])


def main(kind):
    frame = pd.DataFrame({"a": [1.5, 2.5]})
    if kind == "patched":
        frame.itertuples = lambda: backwards(frame)
    out = []
    for row in frame.itertuples():
        out.append(row.a * 2)
    print(out)


main(sys.argv[1])
