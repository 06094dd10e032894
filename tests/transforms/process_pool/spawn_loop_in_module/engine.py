FACTORS = []
BASE = 11


def prepare(count):
    for k in range(count):
        FACTORS.append(BASE + k)


def score(n):
    return sum(n % factor for factor in FACTORS)


def run(count):
    scores = []
    for n in range(count):
        scores.append(score(n))
    return scores
