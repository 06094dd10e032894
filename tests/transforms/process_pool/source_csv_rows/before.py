import csv
import os
import tempfile


def energy(values):
    total = 0.0
    for i in range(200):
        for value in values:
            total += value * i / (i + 1)
    return total


def write(path):
    with open(path, "w", newline="") as out:
        writer = csv.writer(out)
        for n in range(60):
            writer.writerow([n, n * 2, n % 7])


def read(path):
    best = []
    with open(path, newline="") as source:
        for number, row in enumerate(csv.reader(source), 1):
            best.append((energy([float(cell) for cell in row]), number))
    return max(best)


with tempfile.TemporaryDirectory() as folder:
    name = os.path.join(folder, "table.csv")
    write(name)
    print(read(name))
