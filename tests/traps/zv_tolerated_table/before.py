import math
import sys

import pandas as pd


def score(row):
    return math.log(row["x"] + 5.0) + math.exp(-row["y"]) * row["x"] ** 2


n = float(sys.argv[1])
df = pd.DataFrame({"x": [1.0, n, 2.5, -n], "y": [0.5, 1.5, n, 0.0]})
try:
    df["score"] = df.apply(score, axis=1)
    print(df.round(6).to_string())
    out = []
    for row in df.itertuples():
        out.append(math.sin(row.x) / (1.0 + row.y**2))
    print([f"{x:.9g}" for x in out], {type(x).__name__ for x in out})
except ValueError as error:
    print(error)
