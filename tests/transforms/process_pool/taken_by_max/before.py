def blends(total):
    for first in range(total + 1):
        for second in range(total + 1 - first):
            yield first, second, total - first - second


def score(blend):
    first, second, third = blend
    value = 1
    for _ in range(2000):
        value = (value * 31 + first * second + third) % 10_007
    return value


print("best:", max(score(blend) for blend in blends(20)))
