import sys

import pandas as pd


class Loud(str):
    def upper(self):
        print("upper", str(self))
        return "LOUD"

    def __len__(self):
        return 99


def main(kind):
    frame = pd.DataFrame({"s": [" ab ", "ß", "İx", "a\x00"], "t": ["x", "y", "z", "x"], "n": [1, 2, 3, 4]})
    if kind == "subclass":
        frame["s"] = pd.Series([Loud("ab"), "b", Loud("c"), "d"], dtype=object)
    elif kind == "missing":
        frame.loc[2, "s"] = None
    elif kind == "numbers":
        frame["s"] = pd.Series(["a", 1, "c", b"d"], dtype=object)
    elif kind == "category":
        frame["s"] = pd.Categorical(["a", "b", "a", "b"])
    elif kind == "string":
        frame["s"] = pd.array(["a", pd.NA, "b", "c"], dtype="string")
    elif kind == "labels":
        frame = frame.set_index(pd.Index(["p", "p", "q", "r"]))
    out = []
    try:
        for row in frame.itertuples():
            if row.t != "z" and len(row.s) < 50:
                out.append(row.s.upper() + row.t)
            else:
                out.append(row.t[:0])
    except (AttributeError, TypeError) as error:
        print(error)
    print(out, [type(one) for one in out])
    try:
        for label, row in frame.iterrows():
            frame.at[label, "n"] = len(row["s"]) + row["s"].count("b")
        frame["u"] = frame["s"].map(lambda s: s.strip())
        frame["v"] = frame.apply(lambda row: row["t"] + row["s"][:1], axis=1)
    except (AttributeError, TypeError, ValueError) as error:
        print(type(error))
    print(frame, frame.dtypes, [ascii(one) for one in frame["s"]])


main(sys.argv[1])
