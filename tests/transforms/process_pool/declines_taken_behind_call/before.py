def blends(count):
    for first in range(count):
        for second in range(count - first):
            yield first, second, count - first - second


def score(blend):
    first, second, third = blend
    value = 1
    for _ in range(2000):
        value = (value * 31 + first * second + third) % 10007
    return value


def title(words):
    words.append("best")
    return " ".join(words)


print(title(["the"]), max(score(blend) for blend in blends(20)))
