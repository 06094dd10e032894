import sys

def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 60
MODE = sys.argv[2] if len(sys.argv) > 2 else ""


class Model:
    def __init__(self, scale):
        self.scale = scale

    def cost(self, n):
        return steps(n) * self.scale


table = {n: steps(n) for n in range(1, SIZE)}
model = Model(2)
model.scale = 3 if MODE else 2
print(max(table, key=table.get))
print(list(map(model.cost, range(1, SIZE))))
