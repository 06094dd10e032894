import time

executor = ["not", "an", "executor"]


def fetch(key, pool):
    time.sleep(0.002)
    return key + pool


def main():
    pool = 100
    results = []
    for key in range(20):
        results.append(fetch(key, pool))
    print(results, executor)


if __name__ == "__main__":
    main()
