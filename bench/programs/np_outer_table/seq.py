# SPDX-License-Identifier: Apache-2.0
"""A table of all products of two lists, what each row comes to, and the largest cell."""
import sys


def products(rates, amounts):
    table = []
    for rate in rates:
        row = []
        for amount in amounts:
            row.append(rate * amount)
        table.append(row)
    return table


def row_sums(table):
    sums = []
    for row in table:
        total = 0.0
        for value in row:
            total += value
        sums.append(total)
    return sums


def largest(table):
    best, where = table[0][0], (0, 0)
    for i in range(len(table)):
        for j in range(len(table[i])):
            if table[i][j] > best:
                best = table[i][j]
                where = (i, j)
    return best, where


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2600
    amounts = [k * 7919 % 10007 / 8 for k in range(count)]
    for year in range(1, 13):
        rates = [1.0 + k * (36 + year) % 101 / 1000 for k in range(count)]
        table = products(rates, amounts)
        sums = row_sums(table)
        print(year, sums[0], max(sums), min(sums), largest(table))


if __name__ == "__main__":
    main()
