def placed(values, n):
    found = []
    for i in range(n):
        found.append(((i, n), values[i]))
    return found


print(placed([1.0, 3.0, 2.0], 3))
