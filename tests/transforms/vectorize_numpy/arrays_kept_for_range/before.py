def histogram(marks, width, classes):
    counts = [0] * classes
    sums = [0] * classes
    for mark in marks:
        place = mark // width
        counts[place] += 1
        sums[place] += mark
    return counts, sums


def count_to(marks, most):
    for width in range(1, most):
        counts, sums = histogram(marks, width, 100 // width)
        print(width, sum(counts), sums[-1])


for marks in [k * 37 % 100 for k in range(200)], [], [3], [-1, 5], [99, 100]:
    for most in 4, -1, True, 9:
        try:
            count_to(marks, most)
        except IndexError as error:
            print(error)
