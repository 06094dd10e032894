"""Swimming lessons: the names that a rewrite would like are all taken."""

executor = "the town"
workers = 3


def compute(n):
    return n + 1


def ProcessPoolExecutor():
    return "not that one"


def laps(length, pool):
    done = 0
    while done * pool < length * 10:
        done += 1
    return done


def main():
    pool = 25
    results = []
    for length in range(100, 1500, 50):
        results.append(laps(length, pool))
    print(results, executor, workers, compute(1), ProcessPoolExecutor())


if __name__ == "__main__":
    main()
