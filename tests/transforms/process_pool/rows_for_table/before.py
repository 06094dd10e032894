import pandas as pd


def measure(n):
    steps = 0
    top = n
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        top = max(top, n)
        steps += 1
    return {"steps": steps, "top": top}


def main():
    rows = []
    for n in range(1, 3000):
        rows.append(measure(n))
    table = pd.DataFrame(rows)
    print(table["steps"].max(), table["top"].max())
    print(table.head())


main()
