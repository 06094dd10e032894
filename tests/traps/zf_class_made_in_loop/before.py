import sys

ps = []
for n in range(int(sys.argv[1])):
    class P:
        factor = n

        def __init__(self, n):
            self.n = n

    ps.append(P(n))


def work(p):
    return sum(k * p.n % 7 for k in range(3000)) * p.factor


print([work(p) for p in ps])
