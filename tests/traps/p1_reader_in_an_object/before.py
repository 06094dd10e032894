import csv
import io
import sys

bad = int(sys.argv[1]) if len(sys.argv) > 1 else 99


class Box:
    pass


box = Box()
box.rows = csv.reader(io.StringIO("".join("1" * n + "\n" for n in range(1, 9))))


def work(row):
    return sum(k * len(row[0]) % 7 for k in range(2000)) // (len(row[0]) - bad)


def main():
    out = []
    for row in box.rows:
        out.append(work(row))
    print(out)


try:
    main()
except ZeroDivisionError:
    print(list(box.rows))
