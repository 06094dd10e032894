class Model:
    def __init__(self, factor):
        self.factor = factor

    def score(self, x):
        total = 0
        for i in range(300):
            total += (x * i) % self.factor
        return total

    def scores(self, xs):
        return list(map(self.score, xs))


print(Model(17).scores(range(100)))
