# SPDX-License-Identifier: Apache-2.0
"""Factorise a list of numbers in parallel and print each in order."""
import sys
from concurrent.futures import ProcessPoolExecutor


def factorise(n):
    factors = []
    divisor = 2
    while divisor * divisor <= n:
        while n % divisor == 0:
            factors.append(divisor)
            n //= divisor
        divisor += 1 if divisor == 2 else 2
    if n > 1:
        factors.append(n)
    return factors


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 420
    numbers = [10 ** 12 + 7919 * k + 39 for k in range(count)]
    with ProcessPoolExecutor() as pool:
        for number, factors in zip(numbers, pool.map(factorise, numbers, chunksize=2)):
            print(number, "=", " * ".join(map(str, factors)))


if __name__ == "__main__":
    main()
