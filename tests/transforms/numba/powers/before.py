def spread(xs, mean):
    total = 0.0
    for i in range(len(xs)):
        total += (xs[i] - mean) ** 2 + xs[i] ** -1 + (i + 1) ** 0.5 + i**3 + abs(xs[i]) ** 1.50
    return total


for xs in ([1.5, 0.1, -3.0], [], [0.0], [1e200], [float("nan")], [float("inf")], [2.0, 4.0, 8.0]):
    try:
        print(spread(xs, 0.7))
    except (ZeroDivisionError, OverflowError) as error:
        print(error)
