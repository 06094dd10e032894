def largest(values):
    best, where = values[0], (0, None)
    for i in range(len(values)):
        if values[i] > best:
            best = values[i]
            where = (i, where)
    return best, where


print(largest([1.0, 3.0, 2.0, 5.0]))
