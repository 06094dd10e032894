import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 40


def tally(marks, width, classes):
    counts = [0] * classes
    sums = [0] * classes
    for mark in marks:
        place = mark // width
        counts[place] += 1
        sums[place] += mark
    return counts, sums


def rebound(marks):
    for width in 2, 5, 7:
        counts, sums = tally(marks, width, 60)
        marks = marks[1:] + [width]
        print(width, counts[:3], sums[:3])


def through_itself(marks):
    for mark in marks:
        counts, sums = tally(marks, mark, 60)
        print(mark, counts[:3], max(sums))


def gone_through(marks, widths):
    for width in widths:
        counts, sums = tally(marks, width, 60)
        print(width, counts[:3], max(sums))


def ranged(marks, most):
    for width in range(1, most):
        counts, sums = tally(marks, width, 60)
        print(width, counts[:3], max(sums))


def aliased(marks):
    other = marks
    for width in 2, 3:
        counts, sums = tally(marks, width, 60)
        print(counts[:3], max(sums))
        other.append(9)


def in_another(marks):
    for width in 2, 3:
        for more in 1, 2:
            counts, sums = tally(marks, width + more, 60)
            print(counts[:3], max(sums), len(marks))
        marks.append(4)


def until(marks, most):
    for width in range(3, most, -1):
        counts, sums = tally(marks, width, 30 // width)
        print(width, counts[:3], max(sums))


for marks in [k * 7 % 23 + 1 for k in range(count)], [3, 1], [], [59, -1], [2 ** 80, 1], [119, 1]:
    for use in range(11):
        try:
            if use == 0:
                rebound(marks)
            elif use == 1:
                through_itself(marks)
            elif use == 2:
                through_itself(marks[:2])
            elif use == 3:
                gone_through(marks, [2, 0, 3])
            elif use == 4:
                gone_through(marks, (1, 3))
            elif use == 5:
                gone_through(marks, range(1, 3))
            elif use == 6:
                ranged(marks, 4)
            elif use == 7:
                ranged(marks, -1)
            elif use == 8:
                aliased(marks)
            elif use == 9:
                in_another(marks)
            else:
                until(marks, -2)
        except (IndexError, ValueError, ZeroDivisionError, TypeError) as error:
            print(type(error).__name__, error)
    print(len(marks), marks[-3:])
