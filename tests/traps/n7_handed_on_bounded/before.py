"""How large the numbers of one list may be says what the next loop must ask: signs, divisors below zero, remainders by
what is computed, truth values that add up, and a function that gets now one list, now the other."""
import sys


def left(rows, columns, by):
    return [[(i * 7 - j * 3) % by for j in range(columns)] for i in range(rows)]


def middle(rows, columns, by):
    return [[(i * by - j) // -3 for j in range(columns)] for i in range(rows)]


def right(rows, columns, by):
    return [[-abs(i * by) if i > j else max(j, by) for j in range(columns)] for i in range(rows)]


def steep(rows, columns, by):
    return [[(i > j) + (i * by > j) + min(by, 4) * (j - i) for j in range(columns)] for i in range(rows)]


def mixed(first, second):
    made = []
    for i in range(len(first)):
        row = []
        for j in range(len(first[0])):
            row.append(first[i][j] * first[i][j] * second[i][j] - second[i][j] * second[i][j])
        made.append(row)
    return made


def fourth(grid):
    made = []
    for i in range(len(grid)):
        row = []
        for j in range(len(grid[0])):
            row.append(grid[i][j] * grid[i][j] * grid[i][j] * grid[i][j])
        made.append(row)
    return made


def part(n, by):
    a = left(n, n + 2, 256)
    b = middle(n, n + 2, by)
    c = mixed(a, b)
    print(c[1][:3], sum(map(sum, c)))


def turned(n, by):
    a = left(n, n + 2, 256)
    b = middle(n, n + 2, by)
    c = mixed(b, a)
    d = mixed(a, a)
    print(c[1][:3], sum(map(sum, c)), d[1][:3], sum(map(sum, d)))


def signs(n, by):
    a = right(n, n + 1, by)
    b = fourth(a)
    c = left(n, n + 1, by)
    d = fourth(c)
    print(b[-1][-1], sum(map(sum, b)), d[-1][-1], sum(map(sum, d)))


def flags(n, by):
    a = steep(n, n + 1, by)
    b = fourth(a)
    c = fourth(b)
    print(b[-1][-1], sum(map(sum, b)), c[0][0], sum(map(sum, c)))


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 6
    for run in part, turned, signs, flags:
        for by in 1, -1, 5, -5, 0, 2**20, -(2**20), 2**31, -(2**31), 2**40, 2**62, -(2**63), 10**30:
            try:
                run(n, by)
            except (IndexError, ZeroDivisionError) as error:
                print(type(error).__name__, error)


main()
