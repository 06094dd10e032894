import numpy as np
import pandas as pd


def rest_by_columns(people, found, least, rest):
    """By arrays: a loop of bands(). False: not done, they would differ."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(people) is not pd.DataFrame
        or type(people.columns) is not pd.Index
        or not people.columns.is_unique
        or {*map(type, people.columns)} != {str}
        or "points" not in people.columns
        or people["points"].dtype not in ("int64", "float64")
    ):
        return False
    row_type = people.iloc[:0].to_numpy().dtype
    if row_type not in ("int64", "float64", "object"):
        return False
    dtype = None if row_type == "object" else row_type
    if (
        type(least) not in (int, float)
        or type(least) is int and abs(least) > 2**52
    ):
        return False
    points = people["points"].to_numpy(dtype)
    if (
        points.dtype == "int64" and np.any((points < -2**52) | (points > 2**52))
    ):
        return False
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            mask = points >= 90
            found_2 = "very good"
            others = np.logical_not(mask)
            mask_2 = others & (points >= least)
            found_1 = "good"
            others_2 = others & np.logical_not(mask_2)
            found_1 = np.where(others_2, "poor", found_1)
            rest_values = points[others_2]
            found_2 = np.where(others, found_1, found_2)
            found_values = found_2
    except FloatingPointError:
        return False
    rest.extend(rest_values.tolist() if row_type == "object" else [*rest_values])
    found.extend(found_values.tolist())
    return True


def bands(people, least):
    found = []
    rest = []
    if not rest_by_columns(people, found, least, rest):
        for i, person in people.iterrows():
            if person["points"] >= 90:
                found.append("very good")
            elif person["points"] >= least:
                found.append("good")
            else:
                found.append("poor")
                rest.append(person["points"])
    return found, rest


people = pd.DataFrame({"points": [95, 70, -3, 12], "name": ["a", "b", "c", "d"]})
print(bands(people, 50), bands(people[["points"]], 50), bands(people.iloc[:0], 50))
print(bands(people.astype({"points": float}), 12.5))
