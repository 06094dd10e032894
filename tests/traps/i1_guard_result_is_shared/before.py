import sys


class Plan:
    def __init__(self, n):
        self.n = n
        self.rank = n * 7 % 11


def rate(plan):
    return sum(k * plan.n % 5 for k in range(300))


def better(plan, other):
    return plan if rate(plan) > rate(other) else other


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    plans = [Plan(n) for n in range(size)]
    spare = Plan(3)
    limit = 12
    kept = []
    for plan in plans:
        if plan.rank > limit:
            continue
        winner = better(plan, spare)
        limit = limit - 1 if winner is plan else limit + 2
        winner.rank += 1
        kept.append(winner)
    print([plan.rank for plan in plans], spare.rank, len({id(p) for p in kept}))


main()
