import pandas as pd


def table():
    return pd.DataFrame(
        {"a": list("xyxyzx"), "x": [0.5, 1.5, -0.0, 0.0, 2.5, 3.5], "day": pd.date_range("2024-01-30", periods=6)}
    )


def slices(df):
    seen = []
    for i in range(6):
        seen.append(f"{df['x'].iloc[i:].max()=}")
        seen.append(f"{str(df['x'].iloc[i:].min()).strip()=} {df['x'].iloc[:i].sum()!r:>9}")
    return seen


def searches(df):
    seen = []
    for key in "xyxyzx":
        seen.append(f"{df[df['a'] == key]['x'].max()=} {len(df[df['a'] == key]) = }")
    return seen


def cells(df):
    seen = []
    for i in range(6):
        seen.append(f"{df['a'].iloc[i]=!r} {df['x'].values[i]}")
    return seen


def groups(df):
    return f"{[(key, part['x'].max()) for key, part in df.groupby('a')]=}"


def pairs(df):
    return f"{[(keys, len(part)) for keys, part in df.groupby(['a', 'x'])]=:s}"


def days(df):
    seen = []
    for i, row in df.iterrows():
        seen.append(f"{row['day'].month=} {row['day'].year == 2024}")
    return seen


print(slices(table()), searches(table()), cells(table()), days(table()))
print(groups(table()))
print(days(table()))
try:
    print(pairs(table()))
except TypeError as error:
    print(error)
