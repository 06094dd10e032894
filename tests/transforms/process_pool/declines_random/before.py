import random


def walk(steps):
    place = 0
    for _ in range(steps):
        place += random.choice((-1, 1))
    return place


def main():
    random.seed(7)
    ends = []
    for n in range(40):
        ends.append(walk(n))
    print(ends)


if __name__ == "__main__":
    main()
