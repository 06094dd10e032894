import numpy as np
import pandas as pd


def kept_by_columns(table, total, kept):
    """By arrays: a loop of hours(). None: they would differ."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(table) is not pd.DataFrame
        or type(table.columns) is not pd.Index
        or not table.columns.is_unique
        or {*map(type, table.columns)} != {str}
        or "day" not in table.columns
        or str(table["day"].dtype) not in ("datetime64[ns]", "datetime64[us]")
        or table["day"].isna().any()
        or "minutes" not in table.columns
        or table["minutes"].dtype not in ("int64", "float64")
    ):
        return None
    if (
        type(total) not in (int, float)
        or type(total) is int and abs(total) > 2**20
        or len(table) > 2**20
    ):
        return None
    day_year = table["day"].dt.year.to_numpy("int64")
    day_hour = table["day"].dt.hour.to_numpy("int64")
    minutes = table["minutes"].to_numpy()
    day_day_of_year = table["day"].dt.day_of_year.to_numpy("int64")
    day_minute = table["day"].dt.minute.to_numpy("int64")
    if (
        np.any((day_year < -2**20) | (day_year > 2**20))
        or np.any((day_hour < -2**20) | (day_hour > 2**20))
        or minutes.dtype == "int64" and np.any((minutes < -2**20) | (minutes > 2**20))
        or np.any((day_day_of_year < -2**20) | (day_day_of_year > 2**20))
        or np.any((day_minute < -2**20) | (day_minute > 2**20))
    ):
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        mask = day_year == 2024
        mask_2 = mask & (day_hour >= 8)
        total_values = (minutes * day_day_of_year)[mask_2]
        total_sum = total
        for start in range(0, len(total_values), 2**16):
            total_sum = (
                np.add.accumulate(np.append(total_sum, total_values[start:start
                + 2**16]))[-1]
            )
        if total_values.size:
            total = total_sum.item()
        kept_values = day_minute[mask_2]
    kept.extend(kept_values.tolist())
    return total


def hours(table):
    total = 0
    kept = []
    folded = kept_by_columns(table, total, kept)
    if folded is None:
        for row in table.itertuples():
            if row.day.year == 2024 and row.day.hour >= 8:
                total += row.minutes * row.day.day_of_year
                kept.append(row.day.minute)
    else:
        total = folded
    return total, kept


def marks(table):
    out = []
    for _, row in table.iterrows():
        day = row["day"]
        out.append(row["minutes"] + day.day if day.weekday() < 5 else day.quarter)
    return out


table = pd.DataFrame(
    {
        "day": [*map(pd.Timestamp, ["2024-02-29 08:01", "2023-01-01 09:30", "2024-12-31 23:59", "2024-06-02"])],
        "minutes": [10, 20, 30, 40],
    }
)
print(hours(table), marks(table))
print(hours(table.assign(minutes=2**60)), marks(table.assign(minutes=0.5)))
print(hours(table.iloc[:0]), marks(table.iloc[:0]))
table.loc[4] = [pd.NaT, 5]
print(hours(table), marks(table))
