import os
import shutil

import pandas as pd


def summary(path):
    sales = pd.read_csv(path)
    by_town = sales.groupby("town")["amount"].sum()
    return {
        "rows": len(sales),
        "codes": sales["code"].nunique(),
        "towns": by_town.to_dict(),
        "best": by_town.idxmax(),
    }


def main(folder):
    found = []
    for number in range(10):
        path = os.path.join(folder, f"{number}.csv")
        found.append(summary(path))
    for one in found:
        print(one)


folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), "tables_grouped_in_work")
os.makedirs(folder, exist_ok=True)
try:
    for number in range(10):
        with open(os.path.join(folder, f"{number}.csv"), "w") as part:
            part.write("town,code,amount\n")
            for i in range(2000):
                part.write(f"town{i * i % 11},{i % 13:03},{i % 17 / 4}\n")
    main(folder)
finally:
    shutil.rmtree(folder)
