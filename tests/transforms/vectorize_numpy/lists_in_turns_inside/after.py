import numpy as np


def then_by_numpy(width, now, then, factor):
    """On arrays: a loop of wave(). False: not done, they would differ."""
    if width - 1 < 1 or len(now) < width or len(then) < width - 1:
        return False
    with np.errstate(over="ignore", invalid="ignore"):
        stop = width - 1
        then_values = np.empty(stop - 1, then.dtype)
        for first in range(1, stop, 2**14):
            last = min(first + 2**14, stop)
            part = (
                2.0 * now[first:last] - then[first:last] + factor * (now[first
                - 1:last - 1] - 2.0 * now[first:last] + now[first + 1:last
                + 1])
            )
            then_values[first - 1:last - 1] = part
    then[1:width - 1] = then_values
    return True


def then_by_numpy_in_turns(turns, width, now, then, factor):
    """Some turns, by arrays that stay: how many were done, and lists."""
    if (
        {*map(type, now)} != {float}
        or {*map(type, then)} != {float}
        or len({id(now), id(then)}) != 2
    ):
        return 0, now, then
    now_array = np.array(now, dtype=float)
    then_array = np.array(then, dtype=float)
    done = 0
    for t in turns:
        if not then_by_numpy(width, now_array, then_array, factor):
            break
        now, then = then, now
        now_array, then_array = then_array, now_array
        done += 1
        if t == 5 or t > 40 and t % 16 == 2:
            break
    now[:] = now_array.tolist()
    then[:] = then_array.tolist()
    return done, now, then


def wave(now, then, width, steps, factor):
    turns = range(steps)
    while turns:
        done, now, then = then_by_numpy_in_turns(turns, width, now, then, factor)
        t = turns[done - 1 if done else 0]
        if not done:
            for i in range(1, width - 1):
                then[i] = 2.0 * now[i] - then[i] + factor * (now[i - 1] - 2.0 * now[i] + now[i + 1])
            now, then = then, now
        turns = turns[done or 1:]
        if t == 5 or t > 40 and t % 16 == 2:
            print(t, now[width // 2])
    return now


def decay(amounts, rates, steps):
    for _ in range(steps):
        for i in range(len(amounts)):
            if amounts[i] > 10.0:
                amounts[i] = amounts[i] / rates[i]
    return amounts


print(wave([float(i % 7) for i in range(40)], [float(i % 5) for i in range(40)], 40, 80, 0.2))
print(decay([4.0 * i for i in range(12)], [1.0 + i / 10 for i in range(12)], 6))
print(decay([], [], 6))
kept = [50.0, 3.0, 99.0]
try:
    decay(kept, [1.5, 1.0, 0.0], 4)
except ZeroDivisionError:
    print(kept)
