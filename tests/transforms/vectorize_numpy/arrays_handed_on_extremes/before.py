def averages_of(values, window):
    averages = []
    for i in range(len(values) - window + 1):
        total = 0.0
        for k in range(window):
            total += values[i + k]
        averages.append(total / window)
    return averages


def crossings(values, averages, window):
    count = 0
    for i in range(1, len(averages)):
        before = values[i + window - 2] - averages[i - 1]
        now = values[i + window - 1] - averages[i]
        if before <= 0 < now or before >= 0 > now:
            count += 1
    return count


def report(values, window):
    averages = averages_of(values, window)
    print(window, max(averages), min(averages), sum(averages), averages[0], crossings(values, averages, window))


def pick(values, window):
    averages = averages_of(values, window)
    print(max(averages, default=0), crossings(values, averages, window))


NAN, INF = float("nan"), float("inf")
for numbers in (
    [0.1 * (i * 7 % 13) - 0.5 for i in range(40)],
    [0.0, -0.0, 0.0, -0.0, -0.0],
    [-0.0, -0.0, -0.0, 0.0],
    [1.0, NAN, 2.0, 3.0, 0.5],
    [1.0, 2.0, 3.0, NAN],
    [INF, 1.0, -INF, 2.0],
    [1e308, 1e308, -1e308],
    [1e16, 1.0, 1.0, 1.0, -1e16, 3.0],
    [2.5],
    [],
):
    for size in 1, 2, 3:
        try:
            report(numbers, size)
        except ValueError as error:
            print(error)
        pick(numbers, size)
