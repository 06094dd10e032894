import os
import shutil

import pandas as pd


def total_of(path):
    orders = pd.read_csv(path)
    orders["cost"] = orders["price"] * orders["count"]
    dear = orders[orders["cost"] > orders["cost"].mean()]
    return dear["cost"].sum() / len(orders)


def main(folder):
    total = 0.0
    paths = sorted(os.path.join(folder, name) for name in os.listdir(folder))
    for path in paths:
        total += total_of(path)
    print(repr(total))


folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), "tables_in_work")
os.makedirs(folder, exist_ok=True)
try:
    for number in range(12):
        with open(os.path.join(folder, f"part-{number:02}.csv"), "w") as part:
            part.write("price,count\n")
            for i in range(3000):
                part.write(f"{(i * 37 + number) % 101 / 8},{i % 7}\n")
    main(folder)
finally:
    shutil.rmtree(folder)
