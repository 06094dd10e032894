import numpy as np


def new_by_numpy(heights, limit, new):
    """On arrays: a loop of settle(). False: not done, they would differ."""
    if (
        len(heights) - 1 < 1
        or len(new) < len(heights) - 1
        or heights.min(initial=0) < -2**52
        or heights.max(initial=0) > 2**52
        or abs(limit) > 2**52
    ):
        return False
    with np.errstate(over="ignore", invalid="ignore"):
        mask = heights[1:len(heights) - 1] > limit
        new_values = (
            (heights[:len(heights) - 2] + heights[1:len(heights) - 1]
            + heights[2:]) // 3
        )
        where = mask
    new[1:len(heights) - 1][where] = new_values[where]
    return True


def new_by_numpy_in_turns(turns, heights, limit):
    """Some turns, by arrays that stay: how many were done, and the list."""
    try:
        heights_array = np.array(heights, dtype=int)
    except OverflowError:
        return 0, heights
    done = 0
    for turn in turns:
        new_array = heights_array.copy()
        if not new_by_numpy(heights_array, limit, new_array):
            break
        heights_array = new_array
        done += 1
        if turn % 4 == 3:
            break
    return done, heights_array.tolist() if done else heights


def settle(heights, limit, steps):
    kept = heights
    turns = range(steps)
    while turns:
        done, heights = new_by_numpy_in_turns(turns, heights, limit)
        turn = turns[done - 1 if done else 0]
        if not done:
            new = heights[:]
            for i in range(1, len(heights) - 1):
                if heights[i] > limit:
                    new[i] = (heights[i - 1] + heights[i] + heights[i + 1]) // 3
            heights = new
        turns = turns[done or 1:]
        if turn % 4 == 3:
            print(turn, heights, kept is heights)
    return heights


print(settle([i * i % 23 for i in range(14)], 5, 10))
start = [9, 2]
print(settle(start, 0, 3), settle([], 0, 2), settle(start, 0, 0) is start)
print(settle([7, 2**70, 8, 9], 1, 2))
