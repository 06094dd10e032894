import pandas as pd


def change(table, place):
    table.loc[place % len(table), "key"] = 2
    return place % 4


def by_store(table):
    seen = []
    for key in [0, 1, 2, 3] * 4:
        mine = table[table["key"] == key]
        seen.append(mine["n"].sum())
        table.loc[len(seen), "key"] = key
    return seen


def by_alias(table):
    other = table
    seen = []
    for key in [0, 1, 2, 3] * 4:
        mine = table[table["key"] == key]
        seen.append(mine["n"].sum())
        other["key"] += 1
    return seen


def by_column(table):
    column = table["key"]
    seen = []
    for key in [0, 1, 2, 3] * 4:
        mine = table[table["key"] == key]
        seen.append(len(mine))
        column += 1
    return seen


def by_item(table):
    kept = {"a": table["key"]}
    seen = []
    for key in [0, 1, 2, 3] * 4:
        mine = table[table["key"] == key]
        seen.append(len(mine))
        kept["a"] += 1
    return seen


def by_function(table):
    seen = []
    for place in range(16):
        mine = table[table["key"] == change(table, place)]
        seen.append(mine["n"].sum())
    return seen


def by_method(table):
    seen = []
    for key in [0, 1, 2, 3] * 4:
        mine = table[table["key"] == key]
        seen.append(mine["n"].sum())
        table.sort_values("n", ascending=key % 2 == 0, inplace=True)
        table.insert(0, f"c{len(seen)}", key)
        seen.append(mine.index.tolist())
    return seen


def by_name(table):
    seen = []
    for key in [0, 1, 2, 3] * 4:
        mine = table[table["key"] == key]
        seen.append(mine["n"].sum())
        table = table.iloc[1:]
    return seen


def by_later(table):
    later = []
    for key in [0, 1, 2, 3] * 2:
        later.append(lambda: table[table["key"] == key]["n"].sum())
    table = table.iloc[4:]
    return [one() for one in later]


def kept(table):
    seen = []
    for key in [0, 1, 2, 3] * 2:
        mine = table[table["key"] == key]
        seen.append(mine["n"].sum())
    table["key"] = 5
    return seen + [type(mine).__name__, mine["n"].sum()]


def ask(question, table):
    if question == "by_store":
        return by_store(table)
    if question == "by_alias":
        return by_alias(table)
    if question == "by_column":
        return by_column(table)
    if question == "by_item":
        return by_item(table)
    if question == "by_function":
        return by_function(table)
    if question == "by_method":
        return by_method(table)
    if question == "by_name":
        return by_name(table)
    if question == "by_later":
        return by_later(table)
    return kept(table)


def main():
    for question in ["by_store", "by_alias", "by_column", "by_item", "by_function", "by_method", "by_name", "by_later", "kept"]:
        table = pd.DataFrame({"key": [i % 4 for i in range(20)], "n": range(20), "x": range(20)})
        try:
            print(question, ask(question, table))
        except Exception as error:
            print(question, type(error).__name__, error)
        print(table.to_dict("list"))


main()
