# SPDX-License-Identifier: Apache-2.0
"""Count the primes in consecutive ranges.

usage: primes.py [RANGES]
"""
import sys

WIDTH = 10_000


def is_prime(n):
    if n < 2:
        return False
    if n % 2 == 0:
        return n == 2
    divisor = 3
    while divisor * divisor <= n:
        if n % divisor == 0:
            return False
        divisor += 2
    return True


def count_primes(start, stop):
    return sum(1 for n in range(start, stop) if is_prime(n))


def main():
    ranges = int(sys.argv[1]) if len(sys.argv) > 1 else 150
    counts = []
    for k in range(ranges):
        start = k * WIDTH
        counts.append(count_primes(start, start + WIDTH))

    for k in range(0, ranges, 10):
        print(f"{k * WIDTH:>9,}  {sum(counts[k:k + 10]):>7,}")
    print(f"{sum(counts):,} primes below {ranges * WIDTH:,}")


if __name__ == "__main__":
    main()
