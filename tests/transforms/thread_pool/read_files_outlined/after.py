import os
from concurrent.futures import ThreadPoolExecutor


def prepare(count):
    os.makedirs("docs", exist_ok=True)
    names = []
    for n in range(count):
        name = f"docs/{n}.csv"
        with open(name, "w") as out:
            out.write("\n".join(f"{k},{k * n % 7}" for k in range(20)))
        names.append(name)
    return names


def main():
    totals = {}
    items = list(prepare(25))

    def compute_total(name):
        with open(name) as source:
            rows = [line.split(",") for line in source]
        total = sum(int(row[1]) for row in rows)
        return total

    with ThreadPoolExecutor(max_workers=32) as pool:
        for name, total in zip(items, pool.map(compute_total, items)):
            totals[name] = total
    print(totals)


if __name__ == "__main__":
    main()
