"""Not the standard module of this name."""
calls = 0


def mean(values):
    global calls
    calls += 1
    return sum(values) * 1_000 // len(values) + calls
