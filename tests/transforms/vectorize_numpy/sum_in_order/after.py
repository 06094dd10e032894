import numpy as np


def loop_by_numpy(masses, speeds, total, lost, heavy):
    """By arrays: a loop of energy(). None: they would differ."""
    size = min(len(masses), len(speeds))
    if type(lost) is not float and (type(lost) is not int or lost != 0):
        return None
    masses = np.fromiter(masses, float, len(masses))
    speeds = np.fromiter(speeds, float, len(speeds))
    with np.errstate(over="ignore", invalid="ignore"):
        for first in range(0, size, 2**14):
            last = min(first + 2**14, size)
            total_values = (
                0.5 * masses[first:last] * speeds[first:last]
                * speeds[first:last]
            )
            total_sum = total
            for start in range(0, len(total_values), 2**16):
                total_sum = np.add.accumulate(np.append(total_sum, total_values[start:start + 2**16]))[-1]
            if total_values.size:
                total = total_sum.item()
            lost_values = masses[first:last] * 0.1
            lost_sum = lost
            for start_2 in range(0, len(lost_values), 2**16):
                lost_sum = np.subtract.accumulate(np.append(lost_sum, lost_values[start_2:start_2 + 2**16]))[-1]
            if lost_values.size:
                lost = lost_sum.item()
            mask = masses[first:last] > 2.0
            heavy = heavy + int(np.count_nonzero(mask))
    return total, lost, heavy


def energy(masses, speeds):
    total = 0.0
    lost = 0
    heavy = 0
    folded = loop_by_numpy(masses, speeds, total, lost, heavy)
    if folded is None:
        for mass, speed in zip(masses, speeds):
            total += 0.5 * mass * speed * speed
            lost -= mass * 0.1
            if mass > 2.0:
                heavy += 1
    else:
        total, lost, heavy = folded
    return total, lost, heavy


print(energy([0.1 * i for i in range(60)], [1.0 / (i + 1) for i in range(60)]))
print(energy([], []), energy([1e308, 1e308], [3.0, -1e300]))
