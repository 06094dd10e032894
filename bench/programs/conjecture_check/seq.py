# SPDX-License-Identifier: Apache-2.0
"""Check conjectures about numbers up to a limit with all() and any()."""
import sys


def is_prime(n):
    if n < 2 or n % 2 == 0:
        return n == 2
    divisor = 3
    while divisor * divisor <= n:
        if n % divisor == 0:
            return False
        divisor += 2
    return True


def goldbach(n):
    """n is the sum of two primes in at least two ways, or small."""
    ways = 0
    for p in range(n // 2, 1, -1):
        if is_prime(p) and is_prime(n - p):
            ways += 1
            if ways == 12:
                return True
    return n < 700


def lonely_cube(n):
    """n ** 3 differs by one from a product of two equal numbers, n > 2."""
    for k in range(n, n * n):
        if k * k >= n ** 3 - 1:
            return k * k in (n ** 3 - 1, n ** 3 + 1)
    return False


def main():
    limit = int(sys.argv[1]) if len(sys.argv) > 1 else 26_000
    holds = all(goldbach(n) for n in range(4, limit, 2))
    print("twelve ways for every even number:", "yes" if holds else "no")
    found = any(lonely_cube(n) for n in range(3, limit // 25))
    print("a lonely cube:", "found" if found else "none up to", limit // 25)


if __name__ == "__main__":
    main()
