def weight(point):
    return point.x * 3
