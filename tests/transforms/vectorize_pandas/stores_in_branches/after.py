import numpy as np
import pandas as pd


def grade_by_columns(people, least):
    """By arrays: a loop of grade(). False: not done, they would differ."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(people) is not pd.DataFrame
        or type(people.columns) is not pd.Index
        or not people.columns.is_unique
        or {*map(type, people.columns)} != {str}
        or "points" not in people.columns
        or people["points"].dtype not in ("int64", "float64")
        or "grade" not in people.columns
        or people["grade"].dtype not in ("object", "str")
        or type(people.index) is not pd.RangeIndex
        or people.index.start or people.index.step != 1
        or len(people) < 2
        or getattr(people, "_is_copy", None) is not None
    ):
        return False
    if (
        type(least) not in (int, float)
        or type(least) is int and abs(least) > 2**52
    ):
        return False
    points = people["points"].to_numpy()
    old_grade = people["grade"].to_numpy(dtype=object)
    if (
        points.dtype == "int64" and np.any((points < -2**52) | (points > 2**52))
        or not {*map(type, old_grade.tolist())} <= {str, float, type(None)}
    ):
        return False
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            mask = points >= 90
            grade_values = np.broadcast_to("very good", len(people)).astype(object)
            new_grade = np.where(mask, grade_values, old_grade)
            others = np.logical_not(mask)
            mask_2 = others & (points >= least)
            grade_values_2 = np.broadcast_to("good", len(people)).astype(object)
            new_grade_2 = np.where(mask_2, grade_values_2, new_grade)
            others_2 = others & np.logical_not(mask_2)
            grade_values_3 = np.broadcast_to("poor", len(people)).astype(object)
            new_grade_3 = np.where(others_2, grade_values_3, new_grade_2)
    except FloatingPointError:
        return False
    for label in ("grade",):
        if label in people.columns:
            place = people.columns.get_loc(label)
            try:
                people.iat[0, place] = people.iat[0, place]
            except ValueError:
                return False
    place_2 = people.columns.get_loc("grade")
    people.iat[0, place_2] = new_grade_3[0]
    people.iloc[1:, place_2] = new_grade_3[1:]
    return True


def grade(people, least):
    people["grade"] = ""
    if not grade_by_columns(people, least):
        for i in range(len(people)):
            if people.at[i, "points"] >= 90:
                people.at[i, "grade"] = "very good"
            elif people.at[i, "points"] >= least:
                people.at[i, "grade"] = "good"
            else:
                people.at[i, "grade"] = "poor"
    for i in people.index:
        if people.at[i, "points"] < 0:
            people.loc[i, "points"] = 0
    return people


people = pd.DataFrame({"points": [95, 70, -3, 12]})
print(grade(people, 50), people.dtypes)
print(grade(people.astype("float64"), 12.5))
print(grade(people.iloc[::-1].copy(), 12.5))
