import sys
import warnings

import pandas as pd


class Table(pd.DataFrame):
    @property
    def _constructor(self):
        return Table


def first_table(kind):
    frame = pd.DataFrame({"a": [1], "b": ["x"], "c": [0.5]})
    if kind == "labels":
        return frame.set_index(pd.Index(["p"], name="key"))
    if kind == "own":
        return Table(frame)
    if kind == "attrs":
        frame.attrs["unit"] = "m"
    if kind == "columns":
        return pd.DataFrame(columns=["a", "b", "c"])
    if kind == "typed":
        return frame.iloc[:0]
    if kind == "empty":
        return pd.DataFrame()
    if kind == "order":
        return frame[["c", "a", "b"]]
    if kind == "more":
        return frame.assign(z=[None])
    if kind == "named":
        return frame.rename_axis(columns="cols")
    if kind == "nullable":
        return frame.convert_dtypes()
    if kind == "objects":
        return frame.astype(object)
    if kind == "objects as columns":
        return frame.set_axis(pd.Index(["a", "b", "c"], dtype=object), axis=1)
    if kind == "categories":
        return frame.astype({"b": "category"})
    if kind == "small":
        return frame.astype({"a": "int32", "c": "float32"})
    if kind == "unique":
        return frame.set_flags(allows_duplicate_labels=False)
    return frame


def main(kind):
    table = first_table(kind)
    before = table
    row = {"a": 0, "b": "", "c": 0.0}
    try:
        for i in range(6):
            row["a"] = i
            row["b"] = f"n{i}"
            if kind == "turns" and i == 3:
                row["a"] = i + 0.5
            if kind == "key" and i == 4:
                row["d"] = True
            if kind == "fails" and i == 4:
                raise KeyError(i)
            if kind == "no dict" and i == 2:
                row = [("a", 1)]
            if kind == "breaks" and i == 2:
                break
            table = pd.concat([table, pd.DataFrame([row])], ignore_index=True)
            if kind == "shared":
                before.iat[0, 0] = 100 + i
            row["b"] = "changed afterwards"
    except (KeyError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
    print(type(table).__name__, table.attrs, table.flags.allows_duplicate_labels, before is table, len(before))
    print(table.to_dict("list"), table.dtypes.tolist(), table.index, table.columns)
    print([[type(one).__name__ for one in table[label]] for label in table])


with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    for kind in sys.argv[1:]:
        main(kind)
print([(one.category.__name__, str(one.message)[:40]) for one in said])
