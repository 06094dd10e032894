"""Counts how often it is asked."""
calls = []


def mean(values):
    calls.append(1)
    return len(calls)
