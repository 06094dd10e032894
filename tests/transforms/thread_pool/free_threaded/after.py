import os
from concurrent.futures import ThreadPoolExecutor


def collatz(n):
    steps = 0
    while n != 1:
        n = 3 * n + 1 if n % 2 else n // 2
        steps += 1
    return steps


def main():
    steps = []
    with ThreadPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0)))
    ) as pool:
        steps.extend(pool.map(collatz, range(1, 200)))
    print(max(steps), sum(steps))


main()
