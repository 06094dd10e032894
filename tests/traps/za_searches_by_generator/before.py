import pandas as pd


def places(table):
    for place in range(12):
        table.iat[place, 0] = 3
        yield place % 4


def by_generator(table):
    seen = []
    for key in places(table):
        mine = table[table["key"] == key]
        seen.append(mine["n"].sum())
    return seen


def ask(question, table):
    return by_generator(table)


def main():
    for question in ["by_generator"]:
        table = pd.DataFrame({"key": [i % 4 for i in range(20)], "n": range(20), "x": range(20)})
        try:
            print(question, ask(question, table))
        except Exception as error:
            print(question, type(error).__name__, error)
        print(table.to_dict("list"))


main()
