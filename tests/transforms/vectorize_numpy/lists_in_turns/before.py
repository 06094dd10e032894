def step(grid, new, rows, columns):
    for i in range(1, rows - 1):
        for j in range(1, columns - 1):
            new[i][j] = 0.25 * (
                grid[i - 1][j] + grid[i + 1][j] + grid[i][j - 1] + grid[i][j + 1]
            )


def make(rows, columns):
    return [[float(i * j) for j in range(columns)] for i in range(rows)]


def run(grid, new, rows, columns, steps, every):
    for turn in range(1, steps + 1):  # Jacobi
        step(grid, new, rows, columns)
        # the other way round
        grid, new = new, grid
        if turn % every == 0:
            print(turn, grid[1][1])
            if turn > 20:
                continue
            if turn > 12:
                break
            grid[0][0] += turn
    return grid, new


print(run(make(8, 6), make(8, 6), 8, 6, 9, 4))
same = [[1.0, 2.0, 3.0]] * 3
print(run(make(3, 3), same, 3, 3, 3, 2))
odd = make(4, 4)
odd[3] = [1, 2, 3, 4]
first, second = make(4, 4), odd
print(run(first, second, 4, 4, 5, 2), first, second)
print(run(first, first, 4, 4, 5, 2))
try:
    print(run(make(4, 4), make(3, 3), 4, 4, 5, 2))
except IndexError as error:
    print(error)
try:
    print(run(first, second, 4, 4, 2, 0))
except ZeroDivisionError as error:
    print(error, first, second)
print(run(make(4, 4), make(4, 4), 4, 4, 0, 0))
