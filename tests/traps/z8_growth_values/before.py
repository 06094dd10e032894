import datetime
import sys

import numpy as np
import pandas as pd


class Text(str):
    pass


VALUES = {
    "ints": [1, -2, 2**62, 2**31], "wide": [1, 2**63 - 1, 2**63, -(2**63)], "wider": [1, 2, 2**70, 3],
    "floats": [0.5, -0.0, float("nan"), 1e308], "first missing": [float("nan"), float("nan"), 1.0, 2.0],
    "flags": [True, False, True, True], "ints and flags": [1, True, 2, False], "ints and floats": [1, 2, 0.5, 3],
    "texts": ["a", "", "b", "\ud800"], "texts and none": ["a", "b", None, "c"], "none": [None, None, None, None],
    "texts and numbers": ["a", "b", 1, 2.5], "own texts": ["a", "b", Text("c"), "d"],
    "numpy": [np.int64(1), np.int64(2), 3, np.float64(4.5)], "dates": [pd.Timestamp(0), pd.Timestamp(1), pd.NaT, pd.Timestamp(2)],
    "days": [datetime.date(2024, 1, 1 + i) for i in range(4)], "lists": [[1], [], [2, 3], [4]],
    "na": [1, pd.NA, 2, 3], "bytes": [b"a", b"b", b"c", b"d"], "complex": [1j, 2j, 0j, 1],
}


def main(kind):
    table = pd.DataFrame()
    for i, value in enumerate(VALUES[kind] * 2):
        table = pd.concat([table, pd.DataFrame({"i": [i], "value": [value], "share": [0.1]})], ignore_index=True)
    print(kind, table["value"].dtype, ascii(table["value"].tolist()), table.dtypes.tolist())
    print([type(one).__name__ for one in table["value"]], repr(table["share"].sum()), repr(table["i"].mean()))


for kind in sys.argv[1:] or ["ints"]:
    main(kind)
