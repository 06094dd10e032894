import numpy as np


def running_by_numpy(used, running):
    """By arrays: a loop of totals(). False: not done, they would differ."""
    if (
        type(used) is not np.ndarray
        or used.ndim != 1
        or used.dtype not in ("int64", "float64")
        or type(running) is not np.ndarray
        or running.ndim != 1
        or running.dtype not in ("int64", "float64")
        or not running.flags.writeable or not running.flags.forc
    ):
        return False
    if (
        len(used) < 1
        or len(running) < 1
        or len(running) < len(used)
        or used.dtype == "int64" and not -2**26 <= used.min(initial=0) <= used.max(initial=0) <= 2**26
        or running.dtype == "int64" and not -2**26 <= running.min(initial=0) <= running.max(initial=0) <= 2**26
        or "int64" in (used.dtype, running.dtype,) and len(used) > 2**26
        or np.may_share_memory(running, used)
    ):
        return False
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            stop = len(used)
            for first in range(1, stop, 2**14):
                last = min(first + 2**14, stop)
                added = used[first:last]
                sums = np.array(added, dtype=np.result_type(added, np.asarray(running[first - 1])))
                sums[:1] = running[first - 1] + sums[:1]
                np.add.accumulate(sums, out=sums)
                running_values = sums
                if running_values.dtype != running.dtype and (running.dtype == "int64" or np.any(np.abs(running_values) > 2**53)):
                    return False
                running[first:last] = running_values
    except FloatingPointError:
        return False
    return True


def totals(used):
    running = np.zeros(len(used))
    running[0] = used[0]
    if not running_by_numpy(used, running):
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
