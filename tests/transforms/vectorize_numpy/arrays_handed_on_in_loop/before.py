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


def report_all(values, windows):
    for window in windows:
        averages = averages_of(values, window)
        print(window, min(averages), crossings(values, averages, window))
    else:
        print("last:", window)


for numbers in [0.1 * (i * 7 % 13) - 0.5 for i in range(40)], [-0.0, 0.0], [1.0, float("nan"), 2.0], [2.5], []:
    for windows in (1, 2, 5), (0,), ():
        try:
            report_all(numbers, windows)
        except (ValueError, NameError, ZeroDivisionError) as error:
            print(type(error).__name__, error)
