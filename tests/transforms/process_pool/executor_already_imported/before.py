import os
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def digit_sum(n):
    return sum(int(c) for c in str(n))


def sizes(paths):
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(os.path.getsize, paths))


def main():
    sums = []
    for n in range(90):
        sums.append(digit_sum(3 ** n))
    print(sums[-3:], ProcessPoolExecutor.__name__, len(sizes([__file__])))


if __name__ == "__main__":
    main()
