import os
import sys

import pandas as pd

count = int(sys.argv[1]) if len(sys.argv) > 1 else 6
other = len(sys.argv) > 2
folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), "n9_hidden_call")
os.makedirs(folder, exist_ok=True)
for number in range(count):
    with open(os.path.join(folder, f"{number}.csv"), "w") as file:
        file.write("a,b\n")
        for i in range(400):
            file.write(f"{i * number % 17},{i % 5}.5\n")
paths = [os.path.join(folder, f"{number}.csv") for number in range(count)]


def read(path):
    return pd.read_csv(path)["a"].sum()


readers = [read]
pipe = os.path.join(folder, "pipe")
if os.path.exists(pipe):
    os.remove(pipe)
if other:
    os.mkfifo(pipe)
    os.system(f"printf 'a,b\\n1,2\\nx,3\\n' > {pipe} &")
else:
    with open(pipe, "w") as file:
        file.write("a,b\n1,2\nx,3\n")


def total(path):
    more = 0
    if path.endswith("2.csv"):
        for reader in readers:
            more = reader(pipe)
    return read(path) + more


found = []
for path in paths:
    found.append(total(path))
print(found)
