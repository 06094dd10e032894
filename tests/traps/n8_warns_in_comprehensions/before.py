import sys
import warnings
import numpy as np

def score(seed):
    rng = np.random.default_rng(seed)
    values = rng.normal(0.0, 1.0, 2000)
    for _ in range(3):
        values = np.sqrt(np.abs(values)) + values / (values - 5.0)
    if seed == zero:
        values = values / 0.0
    return float(values.sum())

def fails(seed):
    if seed == bad:
        raise ValueError(seed)
    return np.divide(np.arange(5.0), float(seed - zero)).sum()

zero = int(sys.argv[1])
bad = int(sys.argv[2])
one = [score(s) for s in range(40)]
two = {score(s) for s in range(40)}
three = {s: score(s) for s in range(40)}
four = sum(score(s) for s in range(40))
five = [1.0 + score(s) * 2 for s in range(40)]
six = [(s, -score(s)) for s in range(40)]
seven = [score(s) for s in range(40) if s % 2]
eight = {score(s): s for s in range(40)}
nine = max(score(a + b) for a, b in zip(range(40), range(3, 43)))
ten = [score(
    s + 1  # the next
) for s in range(40)]
print(one[:3], len(two), three[2], four, five[1], six[3], seven[:2], len(eight), nine, ten[1])
done = 7
result = [fails(done) + done for done in range(30)]
print(result, done)
