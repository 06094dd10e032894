import pandas as pd


def listed(rows, factor):
    table = pd.DataFrame(columns=["name", "size", "share", "label"])
    for i, row in enumerate(rows):
        if row["size"] is None:
            continue
        share = "none" if i < factor else i / factor
        table.loc[len(table)] = [row["name"], row["size"], share, f"{i:03}-{i * factor}"]
    return table


def show(table):
    print(table.to_string(), table.dtypes.to_dict(), type(table.index).__name__, table.index.dtype, table.columns.dtype)
    print([[type(one).__name__ for one in table[label]] for label in table])


rows = [{"name": "n" * i, "size": i * i} for i in range(7)]
show(listed(rows, 0.5))
show(listed(rows, 3.0))
show(listed([dict(row, size=row["size"] / 4) for row in rows], 0.5))
show(listed([dict(row, size=None if row["size"] == 9 else 7) for row in rows], 0.5))
show(listed([dict(row, name=row["name"] if row["size"] < 10 else float("nan")) for row in rows], 0.5))
show(listed([pd.Series(row) for row in rows], 0.5))
show(listed(rows[:1], 0.5))
show(listed([], 0.5))
try:
    listed([*rows, {"name": 3}], 0.5)
except KeyError as error:
    print("no", error)
