def divides(n, d):
    rest = n
    while rest > 0:
        rest -= d
    return rest == 0


def classify(n):
    if n < 2:
        return "none"
    elif any(divides(n, d) for d in range(2, n)):
        return "composite"
    return "prime"


print(classify(1), classify(1_333), classify(1_009))
