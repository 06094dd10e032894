import pandas as pd


class Ledger:
    def __init__(self, table):
        self.table = table

    def __getitem__(self, place):
        self.table.loc[place % len(self.table), "key"] = 1
        return place % 4

    def __len__(self):
        return 12


def by_item_method(table):
    seen = []
    for key in Ledger(table):
        if len(seen) > 11:
            break
        mine = table[table["key"] == key]
        seen.append(mine["n"].sum())
    return seen


def ask(question, table):
    return by_item_method(table)


def main():
    for question in ["by_item_method"]:
        table = pd.DataFrame({"key": [i % 4 for i in range(20)], "n": range(20), "x": range(20)})
        try:
            print(question, ask(question, table))
        except Exception as error:
            print(question, type(error).__name__, error)
        print(table.to_dict("list"))


main()
