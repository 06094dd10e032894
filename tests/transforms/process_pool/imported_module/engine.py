"""The part that computes."""


def power_tail(base, times):
    value = 1
    for _ in range(times * 20):
        value = value * (base + 2) % 99_991
    return value


def run_jobs(jobs):
    results = []
    for base, times in jobs:
        results.append(power_tail(base, times))
    return results
