import pandas as pd


def collatz(n):
    steps = 0
    while n > 1:
        n = 3 * n + 1 if n % 2 else n // 2
        steps += 1
    return steps


def survey(numbers, report):
    for n in numbers:
        if n == 13:
            continue
        # How long it takes.
        steps = collatz(n)
        row = {"name": f"n{n}", "steps": steps, "share": steps / n, "odd": n % 2 == 1}
        report = pd.concat(
            [report, pd.DataFrame([row])],
            ignore_index=True,
        )
    else:
        print("done")
    return report


def show(table):
    print(table.to_dict("list"), table.dtypes.tolist(), table.index, table.columns, sep="\n")
    print([block.values.flags.c_contiguous for block in table._mgr.blocks], table.sum(numeric_only=True).tolist())


first = survey(range(1, 30), pd.DataFrame())
show(first)
show(survey([5, 6], first))
show(survey(range(1, 9), pd.DataFrame({"steps": [1], "name": ["x"]})))
show(survey([], first.iloc[:2]))
try:
    survey([3, 0], first)
except ZeroDivisionError as error:
    print(error)
