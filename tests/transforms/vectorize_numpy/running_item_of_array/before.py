import numpy as np


def totals(used):
    running = np.zeros(len(used))
    running[0] = used[0]
    for i in range(1, len(used)):
        running[i] = running[i - 1] + used[i]
    return running


used = np.array([0.1 * k % 0.7 for k in range(9)])
print(totals(used).tolist(), totals(used[:1]).tolist(), totals(np.arange(5)).tolist())
try:
    totals(used[:0])
except IndexError as error:
    print(error)


def counted(steps, sums):
    for i in range(len(steps)):
        sums[i + 1] = sums[i] + steps[i] * 0.75
    return sums.tolist()


print(counted(used, np.zeros(10)), counted(used, np.zeros(10, dtype=int)), counted(used[:0], np.zeros(0)))
