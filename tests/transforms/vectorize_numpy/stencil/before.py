def step(grid, new, rows, columns):
    for i in range(1, rows - 1):
        for j in range(1, columns - 1):
            new[i][j] = 0.25 * (
                grid[i - 1][j] + grid[i + 1][j] + grid[i][j - 1] + grid[i][j + 1]
            )


def make(rows, columns):
    return [[float(i * j) for j in range(columns)] for i in range(rows)]


def main():
    grid, new = make(8, 6), make(8, 6)
    for _ in range(3):
        step(grid, new, 8, 6)
        grid, new = new, grid
    print(grid)
    step(grid, grid, 8, 6)
    print(grid)
    same = [[1.0, 2.0, 3.0]] * 3
    step(make(3, 3), same, 3, 3)
    print(same)


main()
