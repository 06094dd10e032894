import sys

import pandas as pd



def change(kind):
    if kind == "alias":
        table = pd.DataFrame
    elif kind == "type":
        table = type(pd.DataFrame({"a": [1]}))
    else:
        return
    table.index = property(lambda self: pd.Index([7] * len(self._mgr.axes[1])))


def main(kind):
    frame = pd.DataFrame({"a": [1.5, 2.5], "s": ["x", "y"]})
    change(kind)
    for label, row in frame.iterrows():
        print(label, row["a"], row["s"])
    out = []
    for i in frame.index:
        out.append(i * 2)
    print(out)


main(sys.argv[1])
