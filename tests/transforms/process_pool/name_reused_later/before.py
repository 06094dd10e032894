"""For each word the nearest other one."""


def distance_between(a, b):
    total = 0
    for x, y in zip(a * 9, b * 9):
        total += abs(ord(x) - ord(y))
    return total + 100 * abs(len(a) - len(b))


def main():
    words = "pool loop fork join lock task queue thread worker chunk".split()
    nearest = []
    for word in words:
        best = None
        for other in words:
            if other != word:
                distance = distance_between(word, other)
                if best is None or distance < best[0]:
                    best = (distance, other)
        nearest.append(best)
    for name, (distance, other) in zip(words, nearest):
        print(name, other, distance)
    distance = sum(distance for distance, _ in nearest)
    print(distance)


if __name__ == "__main__":
    main()
