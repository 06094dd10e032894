import itertools


def alike(a, b):
    score = 0
    for k in range(1, 80):
        score += a * k % 7 == b * k % 7
    return score


names = list(range(3, 14))
best = (0, None)
for a, b in itertools.combinations(names, 2):
    score = alike(a, b)
    if score > best[0]:
        best = (score, (a, b))
print(best)
