# SPDX-License-Identifier: Apache-2.0
"""Count primes, and twin primes, in blocks by trial division."""
import sys

BLOCK = 5_000


def is_prime(n):
    if n < 2 or n % 2 == 0:
        return n == 2
    divisor = 3
    while divisor * divisor <= n:
        if n % divisor == 0:
            return False
        divisor += 2
    return True


def count_block(first):
    primes = [n for n in range(first, first + BLOCK) if is_prime(n)]
    twins = sum(1 for p in primes if is_prime(p + 2))
    return len(primes), twins


def main():
    blocks = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    total = 0
    twin_total = 0
    for block in range(blocks):
        primes, twins = count_block(block * BLOCK)
        total += primes
        twin_total += twins
    print(f"{total} primes and {twin_total} twins below {blocks * BLOCK}")


if __name__ == "__main__":
    main()
