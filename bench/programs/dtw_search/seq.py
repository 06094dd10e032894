"""Find the recording that is most like a query, by dynamic time warping.

A cheap lower bound (Keogh's) rules out most recordings that cannot be nearer
than the nearest so far.
"""
import math
import sys

LENGTH = 120
REACH = 12  # how far apart two samples that are matched may be


def recording(number):
    """A made-up heart beat: a few waves and some noise, the same every time."""
    state = number * 2654435761 % 4294967296
    pitch = 1.0 + number * 37 % 29 / 40
    height = 0.6 + number * 53 % 31 / 30
    samples = []
    for i in range(LENGTH):
        state = (state * 1664525 + 1013904223) % 4294967296
        noise = state / 4294967296 - 0.5
        samples.append(height * math.sin(i * pitch / 6) + 0.5 * noise)
    return samples


def envelope(series):
    """The lowest and highest sample within reach, for each sample."""
    lower, upper = [], []
    for i in range(len(series)):
        near = series[max(0, i - REACH):i + REACH + 1]
        lower.append(min(near))
        upper.append(max(near))
    return lower, upper


def lower_bound(series, lower, upper):
    """Keogh's bound: no warping brings the series nearer than this."""
    total = 0.0
    for sample, low, high in zip(series, lower, upper):
        if sample > high:
            total += (sample - high) ** 2
        elif sample < low:
            total += (low - sample) ** 2
    return math.sqrt(total)


def warped_distance(a, b):
    """The distance of two series by dynamic time warping."""
    previous = [math.inf] * (len(b) + 1)
    previous[0] = 0.0
    for i, x in enumerate(a, 1):
        current = [math.inf] * (len(b) + 1)
        for j in range(max(1, i - REACH), min(len(b), i + REACH) + 1):
            nearest = min(previous[j], current[j - 1], previous[j - 1])
            current[j] = (x - b[j - 1]) ** 2 + nearest
        previous = current
    return math.sqrt(previous[-1])


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 8000
    query = recording(20_011)
    lower, upper = envelope(query)
    library = [recording(number) for number in range(count)]

    best = math.inf
    match = None
    compared = 0
    for number, series in enumerate(library):
        if lower_bound(series, lower, upper) >= best:
            continue
        compared += 1
        distance = warped_distance(query, series)
        if distance < best:
            best = distance
            match = number
            print(f"recording {number} is at {distance:.4f}")
    print(f"nearest: {match}, after {compared} of {count} comparisons")


if __name__ == "__main__":
    main()
