import sys

import pandas as pd


def large(path):
    table = pd.read_csv(path)
    return table[table["x"] > 1]


tables = []
for path in sys.argv[1:]:
    tables.append(large(path))
print(sum([len(table) for table in tables]))
