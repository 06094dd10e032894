import pandas as pd

log = pd.DataFrame(
    {
        "station": [7, 3, 7, 9, 3, 7],
        "level": [1.5, -0.0, 2.25, 0.1, 0.0, 1.5],
        "alarm": [True, False, False, True, True, False],
    }
)
found = {
    station: (part["level"].max() - part["level"].min(), part["alarm"].sum(), part["level"].min())
    for station, part in log.groupby("station", sort=False)
    if len(part) > 1
}
print(found)
