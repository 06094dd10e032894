import sys
import warnings

import pandas as pd


def table_of(kind):
    count = 40
    frame = pd.DataFrame(
        {
            "key": [i * i % 7 for i in range(count)],
            "name": [f"n{i % 5}" for i in range(count)],
            "x": [i / 7 - 2 for i in range(count)],
            "n": [i - 20 for i in range(count)],
            "flag": [i % 3 == 0 for i in range(count)],
            "day": pd.date_range("2024-01-01", periods=count),
            "note": [None if i % 4 else "é" for i in range(count)],
        }
    )
    if kind == "labels":
        frame.index = [f"r{i // 2}" for i in range(count)]
    if kind == "days":
        frame = frame.set_index(pd.date_range("2023-01-01", periods=count, freq="D"))
    if kind == "several":
        frame = frame.set_index(["name", "n"], drop=False).rename_axis(["p", "q"])
    if kind == "missing":
        frame.loc[::5, "x"] = float("nan")
        frame.loc[::3, "name"] = None
    if kind == "infinite":
        frame.loc[::5, "x"] = float("inf")
        frame.loc[1::5, "x"] = float("-inf")
    if kind == "large":
        frame["x"] *= 1e308
        frame["n"] *= 2**58
    if kind == "zeros":
        frame["x"] = [0.0, -0.0] * (count // 2)
    if kind == "one key":
        frame["key"], frame["name"] = 3, "n3"
    if kind == "empty":
        frame = frame.iloc[:0]
    if kind == "floats":
        frame["key"] = frame["key"].astype(float)
    if kind == "truth":
        frame["key"] = frame["key"] > 2
    if kind == "small":
        frame["key"] = frame["key"].astype("int8")
    if kind == "objects":
        frame["key"] = frame["key"].astype(object)
        frame["name"] = [1, "n1", True, 2.5] * (count // 4)
    if kind == "float objects":
        frame["key"] = pd.Series([1.5, None] * (count // 2), dtype=object)
        frame["name"] = pd.Series([None] * count, dtype=object)
    if kind == "categories":
        frame["name"] = frame["name"].astype("category")
    if kind == "nullable":
        frame = frame.convert_dtypes()
    if kind == "twice":
        frame = pd.concat([frame, frame[["x"]]], axis=1)
    if kind == "attrs":
        frame.attrs["unit"] = "m"
    if kind == "no column":
        frame = frame.drop(columns="x")
    if kind == "no key":
        frame = frame.drop(columns="key")
    if kind == "list":
        frame = [1, 2]
    return frame


def read(part, seen):
    seen.append((len(part), part.empty, part.shape[0]))
    seen += [part["n"].sum(), part["x"].sum(), part["x"].mean(), part["n"].mean(), part["flag"].mean()]
    seen += [part["x"].max(), part["x"].min(), part["n"].min(), part["flag"].sum(), part["flag"].max()]
    seen += [part["day"].max(), part["day"].iloc[0], part["note"].iloc[-1], part["name"].values[0]]
    seen += [part["x"].tolist(), part["day"].tolist(), part["note"].tolist(), part["flag"].iat[-1]]
    seen += [part["x"].std(), part["n"].var(), part["x"].median(), part["note"].nunique(), part["x"].count()]


def by_key(table):
    seen = []
    for key, part in table.groupby("key"):
        seen.append(key)
        read(part, seen)
    return seen


def by_name(table):
    seen = []
    for name, part in table.groupby("name", sort=False):
        seen.append((name, [x for x in part["x"]], sorted(part["n"]), list(part["note"]), sum(part["flag"])))
        if len(part["key"]) == 1:
            seen.append(part["x"].item())
        # The groups are what the table was when the loop began.
        table["x"] = 0.0
        table.loc[table.index[0], "n"] = 5
    return seen


def by_truth(table):
    return [(flag, part["x"].max() - part["x"].min(), part["n"].sum()) for flag, part in table.groupby("flag")]


def by_note(table):
    return {note: part["day"].iloc[-1] for note, part in table.groupby("note") if part["n"].max() > -10}


def single(table):
    return {n: part["x"].item() for n, part in table.groupby("n")}


def by_number(table):
    return {x: part["x"].sum() for x, part in table.groupby("x")}


def spread(part):
    return part["x"].max() - part["x"].min()


def spreads(table):
    found = table.groupby("key")[["x", "n"]].apply(spread)
    return found


def totals(table):
    table["total"] = table.groupby("name")["n"].apply(lambda n: n.sum() if len(n) > 7 else n.max())
    return table.groupby("name", sort=False)["x"].apply(lambda x: x.mean())


def kinds(table):
    found = table.groupby("name")["note"].apply(lambda note: note.iloc[0])
    others = table.groupby("key")[["n", "flag"]].apply(lambda part: 2**65 if len(part) > 6 else part["flag"].sum())
    lists = table.groupby("key")[["note", "flag"]].apply(lambda part: part["note"].tolist())
    return pd.concat([found, others, lists])


def described(series):
    return [repr(item) for item in series.items()] + [str(series.dtype), series.name, repr(series.index), series.attrs]


def ask(question, table):
    if question == "spreads":
        return described(spreads(table))
    if question == "totals":
        return described(totals(table)) + described(table["total"])
    if question == "kinds":
        return described(kinds(table))
    if question == "key":
        return by_key(table)
    if question == "name":
        return by_name(table)
    if question == "truth":
        return by_truth(table)
    if question == "note":
        return by_note(table).items()
    return (single(table) if question == "single" else by_number(table)).items()


def main(kind):
    for question in ("key", "name", "truth", "note", "single", "number", "spreads", "totals", "kinds"):
        try:
            for one in ask(question, table_of(kind)):
                print(type(one).__name__, repr(one))
        except Exception as error:
            print(type(error).__name__, error)


with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    for kind in sys.argv[1:]:
        print(kind)
        main(kind)
print(sorted({(one.category.__name__, str(one.message)[:60]) for one in said}))
