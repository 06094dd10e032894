def blend(n):
    return sum((n * k) % 13 for k in range(50))


def collect(count):
    """Blend every number below count."""
    results = []
    for n in range(count):
        results.append(blend(n))
    return results


def report(count):
    for value in collect(count)[:5]:
        print(value)


report(70)
