"""Properties made by calling property(): what looks like an attribute runs code."""
import sys

PEAKS = []


class Gauge:
    def __init__(self):
        self._level = 0

    def _get(self):
        return self._level

    def _set(self, level):
        if not PEAKS or level > PEAKS[-1]:
            PEAKS.append(level)
        self._level = level

    level = property(_get, _set)


def settle(start):
    gauge = Gauge()
    value = start
    for step in range(400):
        value = (value * 31 + step) % 1009
    gauge.level = value
    return value


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    values = [settle(start) for start in range(count)]
    print(values[:5], sum(values))
    print(PEAKS)


main()
