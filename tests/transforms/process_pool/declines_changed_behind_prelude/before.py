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


rows = [[1] * (k % 5) for k in range(20)]
print(changed_after_the_copy(rows), rows[3])
