import numpy as np


def found_by_numpy(pixels, start, found):
    """By arrays: a loop of runs(). None: they would differ."""
    if len(pixels) < 1 or abs(start) > 2**52:
        return None
    try:
        pixels = np.fromiter(pixels, int, len(pixels))
    except OverflowError:
        return None
    if pixels.min(initial=0) < -2**52 or pixels.max(initial=0) > 2**52:
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        here_1 = pixels[1:] != pixels[:len(pixels) - 1]
        at = np.flatnonzero(here_1)
        i = at + 1
        start_left = np.append(start, i)
        start_before_2 = start_left[:-1]
        start = start_left[-1].item()
        at_2 = start_before_2
        if (
            np.min(at_2, initial=0) < -len(pixels)
            or np.max(at_2, initial=0) >= len(pixels)
        ):
            return None
        found_values = pixels[at_2]
        found_values_2 = i - start_before_2
    found.extend(zip(found_values.tolist(), found_values_2.tolist()))
    return start


def runs(pixels):
    found = []
    start = 0
    folded = found_by_numpy(pixels, start, found)
    if folded is None:
        for i in range(1, len(pixels)):
            if pixels[i] != pixels[i - 1]:
                found.append((pixels[start], i - start))
                start = i
    else:
        start = folded
    found.append((pixels[start], len(pixels) - start))
    return found


def main():
    pixels = [(i // 7) % 3 * (i % 2) for i in range(3000)]
    print(runs(pixels)[:20])
    print(runs([5]))
    print(runs([5, 5]))
    print(runs([5, 6]))
    try:
        print(runs([]))
    except IndexError as e:
        print(e)


main()
