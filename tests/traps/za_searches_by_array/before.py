import pandas as pd


def by_array(table):
    values = table["key"].to_numpy(copy=False)
    seen = []
    for key in [0, 1, 2, 3] * 4:
        mine = table[table["key"] == key]
        seen.append(len(mine))
        try:
            values.sort()
        except ValueError:
            table["key"] = sorted(values)
    return seen


def ask(question, table):
    return by_array(table)


def main():
    for question in ["by_array"]:
        table = pd.DataFrame({"key": [i % 4 for i in range(20)], "n": range(20), "x": range(20)})
        try:
            print(question, ask(question, table))
        except Exception as error:
            print(question, type(error).__name__, error)
        print(table.to_dict("list"))


main()
