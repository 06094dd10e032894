import logging
import sys


def relax(cells, turns):
    for turn in range(turns):
        for k in range(1, len(cells)):
            cells[k] = cells[k - 1] * 0.5 + cells[k] * 0.25 + 1.0
    return sum(cells)


logging.basicConfig(level=logging.DEBUG if "-v" in sys.argv else logging.INFO)
print(relax([float(k % 7) for k in range(20)], 5))
