import os
import sys

import pandas as pd

count = int(sys.argv[1]) if len(sys.argv) > 1 else 6
other = len(sys.argv) > 2
folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), "n9_pipe")
os.makedirs(folder, exist_ok=True)

def feed(path):
    with open(path, "w") as file:
        file.write("a,b\n1,2\n3,x\n")


def total(path):
    table = pd.read_csv(path)
    dates = pd.to_datetime(table["b"], errors="coerce")
    return table["a"].sum() + dates.isna().sum()


paths = []
for number in range(count):
    path = os.path.join(folder, f"{number}.csv")
    if os.path.exists(path):
        os.remove(path)
    if other and number == 2:
        os.mkfifo(path)
        os.system(f"printf 'a,b\\n1,2\\n3,x\\n' > {path} &")
    else:
        feed(path)
    paths.append(path)
found = []
for path in [os.path.join(folder, f"{number}.csv") for number in range(count)]:
    found.append(total(path))
print(found)
