import sys

import pandas as pd


def main(values, dtype):
    frame = pd.DataFrame({"a": pd.array(values, dtype=dtype)})
    frame["b"] = frame["a"].apply(lambda x: 1)
    frame["c"] = frame["a"].map(lambda x: "x")
    frame["d"] = frame.apply(lambda row: 2, axis=1)
    print(frame, frame.dtypes)


kinds = {"int": "int64", "extension": "Int64", "category": "category", "complex": "complex128"}
main([1, 2], kinds[sys.argv[1]])
if sys.argv[1] == "category":
    main(pd.to_datetime(["2024-01-01", "2024-01-02"]), None)
