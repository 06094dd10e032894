def crossings(values, limit):
    found = []
    for i in range(1, len(values)):
        if values[i - 1] < limit and values[i] >= limit:
            found.append((i, values[i], values[i] > 2 * limit))
    return found


values = [k * 37 % 53 / 4 for k in range(60)]
print(crossings(values, 3.0), crossings(values, 100.0), crossings([], 1.0), crossings([0.0, 5.0], 5.0))
print(crossings([float("nan"), 2.0, -0.0, 0.0], 0.0))
pairs = crossings(values, 2.0)
print({type(one) for pair in pairs for one in pair}, pairs[0] == (pairs[0][0], pairs[0][1], False))
