def long_runs(heights, marks, start, least):
    found = []
    count = 0
    weight = 0.0
    longest = 0
    last = -1.5
    for i in range(1, len(marks)):
        step = marks[i] - marks[i - 1]
        if step > 0:
            length = i - start
            count += 1
            weight += heights[i - 1] * length + last
            if length >= least:
                found.append((start, length, marks[start % 5] + step))
            if length > longest:
                longest = length
            start = i
            last = heights[i - 1] * 0.5
    return found, count, weight, longest, start, last


def main():
    marks = [i * i // 11 % 7 for i in range(400)]
    heights = [0.25 * (i % 9) - 0.5 for i in range(399)]
    found, *rest = long_runs(heights, marks, 0, 2)
    print(found[:5], len(found), rest)
    print(long_runs([], [], 0, 2), long_runs([1.5], [0, 1], 0, 1))
    print(long_runs([-0.0] * 4, [3, 3, 3, 3, 3], 1, 1))


main()
