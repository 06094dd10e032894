def steps(xs, last):
    found = []
    for x in xs:
        found.append(x - last)
        last = x
    return found, last


def main():
    xs = [0.5 * (i % 17) - 3.0 for i in range(40)]
    print(steps(xs, 0.25))
    print(steps([], 0.25), steps([-0.0], 0.25), steps([float("nan"), 1.0], 0.5))


main()
