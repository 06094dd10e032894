"""Whoever is printed to changes the table that is searched."""
import sys

import pandas as pd


class Out:
    def __init__(self, table):
        self.table = table

    def write(self, text):
        self.table.iloc[0, 0] += 1
        sys.__stdout__.write(text)


def look(t, out):
    for k in [1, 2, 3, 4, 5, 6, 7, 8]:
        print(len(t[t["k"] == k]), file=out)


t = pd.DataFrame({"k": [1, 2, 3, 3] * 3, "v": range(12)})
look(t, Out(t))
