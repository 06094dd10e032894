import numpy as np


def wave(now, then, width, steps, factor):
    for t in range(steps):
        for i in range(1, width - 1):
            then[i] = 2.0 * now[i] - then[i] + factor * (now[i - 1] - 2.0 * now[i] + now[i + 1])
        now, then = then, now
        if t == 5 or t > 40 and t % 16 == 2:
            print(t, now[width // 2])
    return now


def amounts_by_numpy(amounts, rates):
    """On arrays: a loop of decay(). False: not done, they would differ."""
    if len(rates) < len(amounts):
        return False
    with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
        mask = amounts > 10.0
        if np.any(mask & (rates[:len(amounts)] == 0)):
            return False
        amounts_values = amounts / rates[:len(amounts)]
        where = mask
    amounts[:len(amounts)][where] = amounts_values[where]
    return True


def amounts_by_numpy_in_turns(turns, amounts, rates):
    """Some turns, by arrays that stay: how many were done."""
    if len({id(amounts), id(rates)}) != 2:
        return 0
    amounts_array = np.array(amounts, dtype=float)
    rates_array = np.array(rates, dtype=float)
    done = 0
    for _ in turns:
        if not amounts_by_numpy(amounts_array, rates_array):
            break
        done += 1
    amounts[:] = amounts_array.tolist()
    return done


def decay(amounts, rates, steps):
    turns = range(steps)
    while turns:
        done = amounts_by_numpy_in_turns(turns, amounts, rates)
        _ = turns[done - 1 if done else 0]
        if not done:
            for i in range(len(amounts)):
                if amounts[i] > 10.0:
                    amounts[i] = amounts[i] / rates[i]
        turns = turns[done or 1:]
    return amounts


print(wave([float(i % 7) for i in range(40)], [float(i % 5) for i in range(40)], 40, 80, 0.2))
print(decay([4.0 * i for i in range(12)], [1.0 + i / 10 for i in range(12)], 6))
print(decay([], [], 6))
kept = [50.0, 3.0, 99.0]
try:
    decay(kept, [1.5, 1.0, 0.0], 4)
except ZeroDivisionError:
    print(kept)
