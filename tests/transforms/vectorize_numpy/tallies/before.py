def histogram(marks, weights, width, counts, sums, high):
    for mark, weight in zip(marks, weights):
        place = mark // width
        counts[place] += 1
        if mark > high:
            sums[place] -= weight * 0.5
    return counts, sums


def show(marks, weights, width, classes, high):
    counts, sums = [0] * classes, [0.1, -0.0, 0.0, 1e16][:classes]
    try:
        print(histogram(marks, weights, width, counts, sums, high))
    except (IndexError, ZeroDivisionError) as error:
        print(error)
    print(counts, sums)


NAN, INF = float("nan"), float("inf")
some = [7, 3, 0, 9, 3, 5, 1, 8, 2, 9]
show(some, [0.1 * k for k in some], 3, 4, 2)
show(some, [0.1 * k for k in some], 4, 4, 20)
show([-1, -4, 3, 2, -2], [1.0, 2.0, NAN, INF, -INF], 1, 4, -9)
show([-1, -5, 3], [1.0, 2.0, 4.0], 1, 4, -9)
show([1, 2, 4], [1.0, 2.0, 4.0], 1, 4, -9)
show([1, 2, 4], [1.0, 2.0], 1, 4, 2)
show([1, 2], [1.0, 2.0], 0, 4, 2)
show([], [], 1, 4, 0)
show([], [], 1, 0, 0)
show([2**70, 1], [1.0, 2.0], 2**69, 4, 0)
same = [1, 1, 2, 0]
try:
    print(histogram(same, [0.5] * 4, 1, same, [0.0] * 9, 0))
except IndexError as error:
    print(error)
print(same)
