import sys

import pandas as pd

RATE = 2.0


def scaled(row):
    return row["a"] * RATE


def main(RATE, count):
    frame = pd.DataFrame({"a": [1.5, 2.5], "b": 1})
    for _ in range(count):
        frame["a"] = frame.apply(scaled, axis=1)
    print(frame, RATE)


def other(rate):
    global RATE
    RATE = rate
    frame = pd.DataFrame({"a": [1.5, 2.5], "b": 1})
    frame["c"] = frame.apply(scaled, axis=1)
    print(frame)


main(100, 2)
other(int(sys.argv[1]))
other("x" if len(sys.argv) > 2 else 0.5)
