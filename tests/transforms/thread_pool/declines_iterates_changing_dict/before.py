totals = {}


def heaviest(n):
    best = 0
    for key in totals:
        best = max(best, totals[key] % (n + 1))
    return best


for n in range(50):
    totals[n] = heaviest(n) + n
print(totals)
