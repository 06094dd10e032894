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


class Growing:
    def __init__(self, marks):
        self.marks = marks

    def __index__(self):
        self.marks.append(5)
        return 3

    def __str__(self):
        self.marks.append(6)
        return "growing"


def labelled(marks, label):
    for width in 2, 3:
        counts, sums = tally(marks, width, 60)
        print(label, counts[:3], max(sums))


def ranged(marks, most):
    for width in range(1, most):
        counts, sums = tally(marks, width, 60)
        print(width, counts[:3], max(sums))


def gone_through(marks, widths):
    for width in widths:
        counts, sums = tally(marks, width, 60)
        print(width, counts[:3], max(sums))


class Words(list):
    def __iter__(self):
        for word in 2, 3:
            marks.append(word)
            yield word


marks = [k * 7 % 23 + 1 for k in range(count)]
labelled(marks, "plain")
labelled(marks, Growing(marks))
ranged(marks, 4)
ranged(marks, Growing(marks))
gone_through(marks, [1, 4])
gone_through(marks, Words())
print(len(marks), marks[-9:])
