import math
import numpy as np


def lengths_by_numpy(xs, ys, lengths, marks, least, total, count, place, best):
    """By arrays: a loop of judged(). None: they would differ."""
    if len(xs) < 1 or len(ys) < len(xs):
        return None
    xs = np.fromiter(xs, float, len(xs))
    ys = np.fromiter(ys, float, len(ys))
    with np.errstate(over="ignore", invalid="ignore"):
        stop = len(xs)
        lengths_values = np.empty(stop - 1)
        marks_values = np.empty(stop - 1, dtype=int)
        for first in range(1, stop, 2**14):
            last = min(first + 2**14, stop)
            i = np.arange(first, last)
            dx = xs[first:last] - xs[first - 1:last - 1]
            dy = ys[first:last] - ys[first - 1:last - 1]
            length = np.sqrt(dx * dx + dy * dy)
            lengths_values[first - 1:last - 1] = length
            mask = length > least
            marks_values[first - 1:last - 1] = mask.astype(int)
            total_values = length
            total_sum = total
            for start in range(0, len(total_values), 2**16):
                total_sum = np.add.accumulate(np.append(total_sum, total_values[start:start + 2**16]))[-1]
            if total_values.size:
                total = total_sum.item()
            mask_2 = dx > 0.0
            mask_3 = mask_2 & (dy > 0.0)
            count = count + int(np.count_nonzero(mask_3))
            best_values = length
            place_values = i
            if best_values.size:
                at = best_values.argmax()
                if best_values[at] != best_values[at]:
                    return None
                if best_values[at].item() > best:
                    best = best_values[at].item()
                    place = place_values[at].item()
    lengths.extend(lengths_values.tolist())
    marks.extend(marks_values.tolist())
    return total, count, best, place


def judged(xs, ys, least):
    lengths, marks = [], []
    total, count, best, place = 0.0, 0, -1.0, -1
    folded = lengths_by_numpy(xs, ys, lengths, marks, least, total, count, place, best)
    if folded is None:
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
    else:
        total, count, best, place = folded
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
