import numpy as np
import pandas as pd


def grade(row):
    return "high" if row["points"] > 90 else "low"


def main(marks):
    marks["bonus"] = marks["points"].apply(lambda points: points * 2 if points < 10 else points).astype(float) / 4
    kinds = marks.apply(grade, axis=1).str.upper().tolist()
    print(marks, kinds, (marks.apply(lambda row: row["points"] + row["more"], axis=1)).sum())


def numbers_by_columns(marks):
    """By arrays: apply() of most(). None: they would differ."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(marks) is not pd.DataFrame
        or type(marks.columns) is not pd.Index
        or not marks.columns.is_unique
        or {*map(type, marks.columns)} != {str}
        or "points" not in marks.columns
        or marks["points"].dtype not in ("int64", "float64")
        or "more" not in marks.columns
        or marks["more"].dtype not in ("int64", "float64")
        or len(marks) == 0
        or marks.attrs
        or not marks.flags.allows_duplicate_labels
    ):
        return None
    row_type = marks.iloc[:0].to_numpy().dtype
    if row_type not in ("int64", "float64", "object") or marks.iloc[0].dtype not in (row_type, "str"):
        return None
    dtype = None if row_type == "object" else row_type
    points = marks["points"].to_numpy(dtype)
    more = marks["more"].to_numpy(dtype)
    if (
        points.dtype == "int64" and np.any((points < -2**52) | (points > 2**52))
        or more.dtype == "int64" and np.any((more < -2**52) | (more > 2**52))
    ):
        return None
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            values = points - more
    except FloatingPointError:
        return None
    return pd.Series(np.array(values), index=marks.index)


def most(marks):
    values = numbers_by_columns(marks)
    if values is None:
        return (
            marks.apply(lambda row: row["points"] - row["more"], axis=1)
            # the best of all
            .max()
        )
    return (
        values
        # the best of all
        .max()
    )


marks = pd.DataFrame({"points": [3, 95, 60], "more": [0.5, 0.25, 1.0]})
main(marks)
print(most(marks))
for other in (marks.assign(points=["3", "95", "60"]), marks.iloc[:0]):
    try:
        main(other.copy())
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__)
    try:
        print(most(other.copy()))
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__)
