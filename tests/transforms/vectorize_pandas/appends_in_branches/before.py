import pandas as pd


def bands(people, least):
    found = []
    rest = []
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
