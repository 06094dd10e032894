def solve(n, row=0, columns=0, left=0, right=0):
    """Number of ways to place n queens, from the given row on."""
    if row == n:
        return 1
    ways = 0
    for column in range(n):
        a, b, c = 1 << column, 1 << (row + column), 1 << (row - column + n)
        if not (columns & a or left & b or right & c):
            ways += solve(n, row + 1, columns | a, left | b, right | c)
    return ways


def main():
    total = 0
    for column in range(6):
        total += solve(6, 1, 1 << column, 1 << column, 1 << (6 - column))
    print(total)


if __name__ == "__main__":
    main()
