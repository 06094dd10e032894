import math


def judged(xs, ys, least):
    lengths, marks = [], []
    total, count, best, place = 0.0, 0, -1.0, -1
    for i in range(1, len(xs)):
        dx = xs[i] - xs[i - 1]
        dy = ys[i] - ys[i - 1]
        length = math.sqrt(dx * dx + dy * dy)
        lengths.append(length)
        marks.append(1 if length > least else 0)
        total += length
        if dx > 0.0 and dy > 0.0:
            count += 1
        if length > best:
            best = length
            place = i
    return lengths, marks, total, count, best, place


def show(judgement):
    lengths, marks, *numbers = judgement
    print(len(lengths), lengths[:2], lengths[-2:], sum(lengths), type(lengths[0]), sum(marks), type(marks[0]), numbers)


count = 40_000
xs = [k * 7919 % 10007 / 16 for k in range(count)]
ys = [k * k % 4001 / 3 for k in range(count)]
show(judged(xs, ys, 300.0))
show(judged(xs[:16385], ys[:16385], 300.0))
show(judged(xs[:16386], ys[:16386], 300.0))
print(judged(xs[:1], ys[:1], 0.0), judged([], [], 0.0))
