import pandas as pd


def grade(people, least):
    people["grade"] = ""
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
