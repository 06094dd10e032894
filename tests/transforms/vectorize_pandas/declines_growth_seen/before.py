import pandas as pd


def main(count):
    table = pd.DataFrame()

    def rows():
        return len(table)

    for i in range(count):
        table = pd.concat([table, pd.DataFrame({"i": [i]})], ignore_index=True)
        print(rows())
    return table


print(main(3))
