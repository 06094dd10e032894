def distance(a, b):
    total = 0.0
    for i in range(200):
        total += abs(a - b) / (i + 1)
    return total


def nearest(places, home):
    return min(places, key=lambda place: (round(distance(place, home), 6), -place))


print(nearest(range(100), 41.5))
print(nearest([3, 1, 2], 2.5))
