import contextlib


def histogram(marks, width, classes):
    counts = [0] * classes
    sums = [0] * classes
    for mark in marks:
        place = mark // width
        counts[place] += 1
        sums[place] += mark
    return counts, sums


def report(marks):
    for width in 2, 5, 9:
        counts, sums = histogram(marks, width, 20 // width + 1)
        print(width, max(counts), sums[0])


class Noting:
    def __init__(self):
        self.texts = []

    def write(self, text):
        if text.strip():
            marks.append(1)
        self.texts.append(text)


marks = [3, 1, 4]
report(marks)
noting = Noting()
with contextlib.redirect_stdout(noting):
    report(marks)
print(marks, "".join(noting.texts))
