import pandas as pd


def number_sessions(visits):
    sessions = []
    session = 0
    for i in range(len(visits)):
        if i > 0:
            if visits["user"].iloc[i] != visits["user"].iloc[i - 1]:
                session += 1
            elif visits["second"].iloc[i] - visits["second"].iloc[i - 1] > 1800:
                session += 1
        sessions.append((session, visits.at[i, "user"]))
    return sessions


count = 60
visits = pd.DataFrame({"user": [f"u{i // 7}" for i in range(count)], "second": [i * i * 7 for i in range(count)]})
print(number_sessions(visits))
print(number_sessions(visits[:5]), number_sessions(visits[:0]))
try:
    print(number_sessions(visits[20:]))
except KeyError as error:
    print(repr(error))
