import os
import sys

import pandas as pd

count = int(sys.argv[1]) if len(sys.argv) > 1 else 6
other = len(sys.argv) > 2
folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), "n9_keyword")
os.makedirs(folder, exist_ok=True)
for number in range(count):
    with open(os.path.join(folder, f"{number}.csv"), "w") as file:
        file.write("a,b\n")
        for i in range(400):
            file.write(f"{i * number % 17},{i % 5}.5\n")
paths = [os.path.join(folder, f"{number}.csv") for number in range(count)]


pipe = os.path.join(folder, "pipe")
if os.path.exists(pipe):
    os.remove(pipe)
if other:
    os.mkfifo(pipe)
    os.system(f"printf 'a,b\\n1,2\\nx,3\\n' > {pipe} &")
else:
    with open(pipe, "w") as file:
        file.write("a,b\n1,2\nx,3\n")


def read(first, second="/dev/null"):
    table = pd.read_csv(header=0, filepath_or_buffer=second)
    return pd.to_numeric(table["a"], errors="coerce").sum()


def total(second, path):
    return read(second=path, first=second) + len(second)


found = []
for number, path in enumerate([*paths, pipe]):
    found.append(total("ab", path))
print(found)
