import pandas as pd

log = pd.DataFrame(
    {
        "station": ["x", "y", None, "x", "z", "y"],
        "level": [1.5, float("nan"), 2.25, 0.1, 0.0, 1.5],
    }
)
ends = log.groupby("station", sort=False)["level"].apply(lambda one: (one.iloc[-1], one.tolist()) if len(one) > 1 else None)
print(ends.to_string(), ends.dtype, ends.name, ends.index)
