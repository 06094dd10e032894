import pandas as pd


def by_bound_method(table):
    seen = []
    for key in map(table.pop, ["x", "key"]):
        mine = table[table["key"] == 2]
        seen.append(mine["n"].sum())
    return seen


def ask(question, table):
    return by_bound_method(table)


def main():
    for question in ["by_bound_method"]:
        table = pd.DataFrame({"key": [i % 4 for i in range(20)], "n": range(20), "x": range(20)})
        try:
            print(question, ask(question, table))
        except Exception as error:
            print(question, type(error).__name__, error)
        print(table.to_dict("list"))


main()
