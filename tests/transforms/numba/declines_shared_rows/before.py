def fill(rows, row):
    for i in range(len(rows)):
        row[i] = rows[i][0] + 1.0
    return rows


rows = [[1.0, 2.0], [3.0, 4.0]]
print(fill(rows, rows[0]))
