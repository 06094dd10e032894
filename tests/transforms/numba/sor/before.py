def relax(grid, sweeps, omega):
    change = 0.0
    for _ in range(sweeps):
        change = 0.0
        for i in range(1, len(grid) - 1):
            row = grid[i]
            for j in range(1, len(row) - 1):
                new = 0.25 * (grid[i - 1][j] + grid[i + 1][j] + row[j - 1] + row[j + 1])
                step = omega * (new - row[j])
                row[j] += step
                change = max(change, abs(step))
        if change < 1e-9:
            break
    return change


def plate(rows, columns):
    return [[1.0 if i == 0 else 0.0 for _ in range(columns)] for i in range(rows)]


grid = plate(8, 9)
print(relax(grid, 20, 1.5), grid)
print(relax([[1.0] * 4] * 4, 3, 1.5), relax([], 2, 1.0))
