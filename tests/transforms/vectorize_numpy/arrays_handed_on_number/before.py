def scaled(values, factor):
    return [value * factor + 0.5 for value in values]


def far(values, limit):
    count = 0
    for i in range(len(values)):
        if abs(values[i]) > limit:
            count += 1
    return count


def report(values, factor):
    large = scaled(values, factor)
    larger = scaled(large, factor)
    print("far:", larger[0], larger[-2:], far(larger, 3.0), far(large, 1.0))


def only_count(values):
    large = scaled(values, 2.0)
    return far(large, 1.5)


def drained(values):
    large = scaled(values, 2.0)
    print(large.pop(), far(large, 1.5))


for numbers in [0.5 * i - 3.0 for i in range(12)], [2.5], [], [1]:
    try:
        report(numbers, 1.5)
    except IndexError as error:
        print(error)
    print(only_count(numbers))
drained([1.0, 2.0, 3.0])
