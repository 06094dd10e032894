def run(xs):
    out = []
    for x in xs:
        out.append((1 if x > 2.0 else 0) + (0 if x < 1.0 else 1) * 2)
    return out
def run2(xs, limit):
    out = []
    for x in xs:
        out.append(1 if limit > 2.0 else 0)
    return out
def run3(grid):
    out = []
    for i in range(len(grid)):
        row = []
        for j in range(len(grid)):
            row.append((1 if grid[i][0] > 2.0 else 0) - grid[i][j])
        out.append(row)
    return out
print(run([k * 0.25 for k in range(30)]), run2([1.0, 2.0], 3.0), run2([1.0], 1.0), run([float("nan")]), run([]))
print(run3([[k * 0.5 + i for k in range(4)] for i in range(4)]), sum(1 if x > 2.0 else 0 for x in [1.0, 3.0]))
