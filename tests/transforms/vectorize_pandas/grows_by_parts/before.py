import pandas as pd


def joined(parts, fails=False):
    table = pd.DataFrame({"n": [0]})
    try:
        for part in parts:
            table = pd.concat([table, part], ignore_index=True)
            part["n"] = -1
            if fails and len(part) > 2:
                raise ValueError(len(part))
    except ValueError as error:
        print(error)
    return table


def part_of(kind):
    count = len(kind) % 3 + 1
    part = pd.DataFrame({"n": range(count), "name": [None, kind, "é"][:count], "x": float("nan")})
    if kind == "other types":
        part["n"] = 0.5
    if kind == "other order":
        part = part[["x", "name", "n"]]
    if kind == "other names":
        part = part.rename_axis("label", axis=1)
    if kind == "nothing":
        part = part.iloc[:0]
    if kind == "objects":
        part["name"] = pd.Series([True, [1], None][:count], dtype=object)
    if kind == "days":
        part["x"] = pd.Timestamp("2024-02-29")
    if kind == "text":
        part["name"] = "text"
    if kind == "attrs":
        part.attrs["unit"] = "m"
    part.index = [kind] * len(part)
    return part


ways = ["a", "ab", "abc"]
for kind in ["plain", "text", "other types", "other order", "other names", "nothing", "objects", "days", "attrs"]:
    for kinds in ([*ways, kind, *ways, kind, kind, *ways], [kind, kind, kind], ["text", "text", kind, kind]):
        table = joined([part_of(one) for one in kinds], kind == "text")
        print(table.to_string(), table.dtypes.to_dict(), table.index, table.columns, table.attrs)
print(joined([pd.DataFrame({"n": [1]}), pd.DataFrame({"n": [1]}), pd.DataFrame({"n": [2]})]).to_string())
