def prefix_sums(values, offset):
    sums = [0] * (len(values) + 1)
    for i in range(len(values)):
        sums[i + 1] = sums[i] + values[i] * offset
    return sums


def levels(rains, used):
    filled = [1.5] * len(rains)
    for i in range(1, len(rains)):
        filled[i] = filled[i - 1] - used[i] * 0.5
    return filled


print(prefix_sums([k * 7 % 11 for k in range(10)], 3), prefix_sums([], 2), prefix_sums([2**50, 2**50], 2**15))
