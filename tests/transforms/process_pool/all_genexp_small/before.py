import itertools


def commutes(pair):
    a, b = pair
    return (a * b) % 97 == (b * a) % 97 and sum(range(a * b)) >= 0


def main():
    print(all(commutes(pair) for pair in itertools.combinations(range(60), 2)))


if __name__ == "__main__":
    main()
