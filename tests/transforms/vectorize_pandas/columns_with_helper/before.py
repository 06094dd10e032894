import pandas as pd

LEAST = 0.5


def corrected(value, offset):
    """A reading without its offset."""
    fixed = (value - offset) / 2
    if fixed < LEAST:
        return LEAST
    return fixed


def main(log):
    readings = []
    for value, offset in zip(log["celsius"], log["offset"]):
        readings.append(corrected(value, offset))
    print(readings)


main(pd.DataFrame({"celsius": [1.5, float("nan"), 30.0], "offset": [1, 2, 3]}))
main(pd.DataFrame({"celsius": [1, 30], "offset": [1, 2]}))
main(pd.DataFrame({"celsius": [], "offset": []}))
main({"celsius": [1.0, 5], "offset": [0.5, 1]})
