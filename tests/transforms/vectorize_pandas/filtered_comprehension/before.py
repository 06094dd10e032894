import math

import pandas as pd


def main(log, states):
    warm = [row.value - 1 for row in log.itertuples() if row.value > 1 and row.state in ("on", "idle")]
    print(warm, len(states))


main(pd.DataFrame({"value": [1.5, float("nan"), 30.0, 7.0], "state": ["on", "on", "off", "idle"]}), [])
main(pd.DataFrame({"value": [1, 30], "state": [None, "on"]}), [1])
main(pd.DataFrame({"value": [1, 30], "state": [1, 2]}), [1])
