import os
import sys
import warnings

import pandas as pd

count = int(sys.argv[1]) if len(sys.argv) > 1 else 6
other = len(sys.argv) > 2
folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), "n9_quiet")
os.makedirs(folder, exist_ok=True)
for number in range(count):
    with open(os.path.join(folder, f"{number}.csv"), "w") as file:
        file.write("a,b\n")
        for i in range(400):
            file.write(f"{i * number % 17},{i % 5}.5\n")
paths = [os.path.join(folder, f"{number}.csv") for number in range(count)]

warnings.filterwarnings("ignore")
calls = []


@pd.api.extensions.register_dataframe_accessor("a")
class Counted:
    def __init__(self, table):
        calls.append(len(table))

    def sum(self):
        return 1


def total(path):
    return pd.read_csv(path).a.sum()


found = []
for path in paths:
    found.append(total(path))
print(found, calls)
