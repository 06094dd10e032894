import engine


class Point:
    def __init__(self, x):
        self.x = x


points = [Point(n) for n in range(40)]
values = []
for point in points:
    values.append(engine.weight(point))
print(values)
