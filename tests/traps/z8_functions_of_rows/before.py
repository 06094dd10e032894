import sys

import pandas as pd

SEEN = []


def plain(row):
    return row["a"]


def kept(row):
    SEEN.append(row)
    return row["a"]


def changed(row):
    row["a"] += 1
    return row["a"]


def again(row):
    return again(row) if row["a"] < 0 else row["b"]


def replaced(row):
    return row["a"] * 2


def replace():
    global replaced
    replaced = kept


def lazy(row):
    return (row["a"] for _ in range(2))


def iterated(row):
    return [one for one in row]


def main(kind):
    frame = pd.DataFrame({"a": [1, 2], "b": ["x", "y"], "count": [3, 4], "clear": [5, 6]})
    if kind == "replaced":
        replace()
    for _, row in frame.iterrows():
        print(plain(row), row.count)
    for _, row in frame.iterrows():
        print(kept(row), SEEN)
    for _, row in frame.iterrows():
        print(changed(row), row["a"])
    for _, row in frame.iterrows():
        print(again(row))
    for _, row in frame.iterrows():
        print(replaced(row), SEEN)
    for _, row in frame.iterrows():
        print(row.clear, row["b"])
    for _, row in frame.iterrows():
        for measured in (plain, len):
            print(measured(row), row["b"])
    frame["lazy"] = frame.apply(lazy, axis=1)
    print([sum(one) for one in frame["lazy"]])
    frame["items"] = frame[["a", "b"]].apply(iterated, axis=1)
    print(frame["items"].tolist())
    numbers = iter(range(5))
    frame["numbers"] = frame.apply(lambda row, k=next(numbers): k + row["a"], axis=1)
    frame["more"] = frame[["a"]].apply(lambda row: row["a"] + next(numbers), axis=1)
    print(frame["numbers"].tolist(), frame["more"].tolist())
    frame["name"] = frame.apply(lambda row: (row.name, row["b"]), axis=1)
    print(frame["name"].tolist())


main(sys.argv[1])


class Names:
    frame = pd.DataFrame({"a": [1, 2], "b": ["x", "y"]})
    both = frame.apply(lambda row: row["b"] * row["a"], axis=1)


print(hasattr(Names, "values"), Names.both.tolist())
