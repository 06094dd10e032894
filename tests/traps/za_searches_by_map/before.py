import pandas as pd


def change(table, place):
    table.loc[place % len(table), "key"] = 2
    return place % 4


def by_map(table):
    seen = []
    for key in map(lambda place: change(table, place), range(12)):
        mine = table[table["key"] == key]
        seen.append(mine["n"].sum())
    return seen


def ask(question, table):
    return by_map(table)


def main():
    for question in ["by_map"]:
        table = pd.DataFrame({"key": [i % 4 for i in range(20)], "n": range(20), "x": range(20)})
        try:
            print(question, ask(question, table))
        except Exception as error:
            print(question, type(error).__name__, error)
        print(table.to_dict("list"))


main()
