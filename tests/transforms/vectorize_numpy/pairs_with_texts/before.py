def labelled(values):
    found = []
    for i in range(len(values)):
        found.append((i, "high" if values[i] > 2.0 else "low"))
    return found


print(labelled([1.0, 3.0, 2.0]))
