import os
import sys

import pandas as pd

count = int(sys.argv[1]) if len(sys.argv) > 1 else 6
other = len(sys.argv) > 2
folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), "n9_converter")
os.makedirs(folder, exist_ok=True)

for number in range(count):
    with open(os.path.join(folder, f"{number}.csv"), "w") as file:
        file.write("a,b\n")
        for i in range(400):
            file.write(f"{i * number % 17},{i % 5}.5\n")

seen = []


def convert(text):
    seen.append(text)
    return int(text) + len(seen) % 3


found = []
for path in [os.path.join(folder, f"{number}.csv") for number in range(count)]:
    found.append(pd.read_csv(path, converters={"a": convert})["a"].sum())
print(found, len(seen))
