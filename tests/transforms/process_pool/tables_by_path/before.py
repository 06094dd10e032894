import os
import shutil
from pathlib import Path

import pandas as pd


def total_of(place, name):
    path = Path(place) / "parts" / (name + ".csv")
    orders = pd.read_csv(path)
    return path.stem, (orders["price"] * orders["count"]).sum()


def main(folder):
    totals = []
    for number in range(12):
        name = f"part_{number}"
        totals.append(total_of(folder, name))
    print(totals)


folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), "tables_by_path")
os.makedirs(folder + "/parts", exist_ok=True)
try:
    for number in range(12):
        with open(os.path.join(folder, "parts", f"part_{number}.csv"), "w") as part:
            part.write("price,count\n")
            for i in range(3000):
                part.write(f"{(i * 37 + number) % 101 / 8},{i % 7}\n")
    main(folder)
finally:
    shutil.rmtree(folder)
