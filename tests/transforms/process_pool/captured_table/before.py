def nearest(point, table):
    best = None
    for number, (x, y) in enumerate(table):
        d = (x - point[0]) ** 2 + (y - point[1]) ** 2
        if best is None or d < best[0]:
            best = (d, number)
    return best[1]


def main():
    table = [((n * 37) % 101, (n * 53) % 89) for n in range(400)]
    points = [(n, n * 2 % 50) for n in range(40)]
    found = []
    for point in points:
        found.append(nearest(point, table))
    print(found)


if __name__ == "__main__":
    main()
