# SPDX-License-Identifier: Apache-2.0
"""The loop's own variable is assigned in its body, in all the ways in which the
work might be given the wrong one of its values."""
import sys


def work(value, more=0):
    total = more
    for k in range(300):
        total = (total * 31 + k + len(value)) % 1000003
    return total


def changed_after_the_copy(rows):
    out = []
    for row in rows:
        row = list(row)
        row.append(1)
        out.append(work(row))
    return out


def twice(rows):
    out = []
    for row in rows:
        row = row[1:]
        first = work(row)
        row = row + [2]
        out.append((first, work(row), row))
    return out


def only_sometimes(rows):
    out = []
    for row in rows:
        if len(row) % 2:
            row = row[1:]
        out.append(work(row))
        if len(row) > 3:
            row = None
    return out, row


def last_one(rows):
    row = ["before"]
    found = {}
    for place, row in enumerate(rows):
        row = row[:2]
        place = place * 2
        if not row:
            continue
        found[place] = work(row, place)
    return found, row, place


def closures(rows):
    out = []
    later = []
    for row in rows:
        later.append(lambda: row)
        row = row + [0]
        out.append(work(row))
    return out, [one() for one in later]


def from_outside(rows):
    out = []
    for row in rows:
        row = row + out[-1:]
        out.append(work(row))
    return out


def in_a_condition(rows):
    out = []
    for row in rows:
        row = row[1:]
        if row:
            row = row[:1]
            if row[0] > 1:
                out.append(work(row, row[0]))
    return out


def raises(rows):
    out = []
    try:
        for row in rows:
            row = row[0]
            out.append(work(str(row)))
            row = 7
    except IndexError as error:
        return out, row, str(error)
    return out, row


def main():
    size = int(sys.argv[1])
    rows = [list(range(n % 5 + 1)) for n in range(size)]
    for given in (rows, rows + [[]], [[]] + rows):
        print(changed_after_the_copy(given))
        print(twice(given))
        print(only_sometimes(given))
        print(last_one(given))
        print(closures(given))
        print(from_outside(given))
        print(in_a_condition(given))
        print(raises(given))
        print(given)


main()
row = "of the module"


def reader():
    return len(row)


total = []
for row in [[1] * n for n in range(int(sys.argv[1]))]:
    row = row + [3]
    total.append(work(row) + reader())
print(total, row)
words = ["a", "bb ", " ccc"] * 3
sizes = []
for word in words:
    word = word.strip()
    sizes.append(work(word))
print(sizes, word)
