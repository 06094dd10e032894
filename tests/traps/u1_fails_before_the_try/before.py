import sys

TABLE = {"a": 3, "b": 5, "c": 0, "d": 7}


def spin(steps):
    total = 0
    for k in range(4000 * (steps + 1)):
        total += k % 11
    if steps == 0:
        raise KeyError("no steps")
    return total


def main():
    for name in sys.argv[1].split(","):
        steps = TABLE[name]
        try:
            found = spin(steps)
            print(name, found)
        except KeyError as error:
            print("no", name, error, steps)
    print("done")


main()
