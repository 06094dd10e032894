"""What a function puts in its list and dict is still there when they are handed on."""

import sys


def slow(number):
    total = 0
    for step in range(2_000):
        total = (total * 31 + number + step) % 1_000_003
    return total


def rows_of(n):
    rows = []
    for k in range(n):
        rows.append([k])
    return rows


def table_of(n):
    table = {}
    for k in range(n):
        table[k] = [k]
    return table


def grown(n):
    rows = [[k] for k in range(n)]
    for y in range(n):
        rows[y].append(slow(len(rows[0]) + y))
    return rows


def main(n):
    rows = rows_of(n)
    for row in rows:
        row.append(slow(len(rows[0]) + row[0]))
    table = table_of(n)
    for k in range(n):
        table[k].append(slow(k + len(table[0])))
    print(rows, table, grown(n))


main(int(sys.argv[1]) if len(sys.argv) > 1 else 6)
