def crossings(xs, limit):
    widths = []
    previous = -1
    high = 0.0
    for i, x in enumerate(xs):
        if x > limit:
            widths.append(i - previous)
            previous = i
            high = x
    return widths, previous, high


def main():
    xs = [0.5 * (i % 17) - 3.0 for i in range(60)]
    print(crossings(xs, 4.0))
    print(crossings(xs, 100.0), crossings([], 0.0), crossings([1.0], 0.5))


main()
