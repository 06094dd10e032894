def histogram(marks, width, classes):
    counts = [0] * classes
    sums = [0] * classes
    for mark in marks:
        place = mark // width
        counts[place] += 1
        sums[place] += mark
    return counts, sums


class Loud:
    def __init__(self, marks):
        self.marks = marks

    def __str__(self):
        self.marks.append(7)
        return "loud"


def labelled(marks, label):
    for width in 2, 5, 9:
        counts, sums = histogram(marks, width, 20 // width + 1)
        print(label, max(counts), sums[0])


def longer(marks):
    for width in 2, 5:
        marks = marks + marks
        counts, sums = histogram(marks, width, 20 // width + 1)
        print(max(counts), sums[0])


def between(marks):
    for width in 2, 5:
        marks.append(width)
        counts, sums = histogram(marks, width, 20 // width + 1)
        print(max(counts), sums[0])


marks = [3, 1, 4]
longer(marks)
between(marks)
labelled(marks, Loud(marks))
print(marks)
