def histogram(marks, width, classes):
    counts = [0] * classes
    sums = [0] * classes
    for mark in marks:
        place = mark // width
        counts[place] += 1
        sums[place] += mark
    return counts, sums


def report(marks):
    for width in (2, 5, 10, 0, 25):
        counts, sums = histogram(marks, width, 100 // width)
        print(width, max(counts), min(counts), counts[:5], sums[:5])


for marks in [k * 37 % 100 for k in range(200)], [], [3], [-1, 5], [99, 100], [2 ** 70]:
    try:
        report(marks)
    except (IndexError, ZeroDivisionError, ValueError) as error:
        print(type(error).__name__, error)
