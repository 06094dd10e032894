import pandas as pd


def grade(row):
    return "high" if row["points"] > 90 else "low"


def main(marks):
    marks["bonus"] = marks["points"].apply(lambda points: points * 2 if points < 10 else points).astype(float) / 4
    kinds = marks.apply(grade, axis=1).str.upper().tolist()
    print(marks, kinds, (marks.apply(lambda row: row["points"] + row["more"], axis=1)).sum())


def most(marks):
    return (
        marks.apply(lambda row: row["points"] - row["more"], axis=1)
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
