def falls(levels, start):
    highest = start
    found = []
    deepest = 0.0
    for level in levels:
        if level > highest:
            highest = level
        fall = highest - level
        found.append(fall)
        if fall > deepest:
            deepest = fall
    return found, highest, deepest


levels = [k * 37 % 53 / 4 for k in range(12)]
print(falls(levels, levels[0]), falls([], 1.5), falls(levels, 7.25))
print(falls([0.0, -0.0, 1.0], -0.0), falls([1.0, float("nan"), 2.0], 0.5), falls([1.0, 2.0], float("nan")))
