# SPDX-License-Identifier: Apache-2.0
"""Factorise a list of numbers and print each as it is done."""
import sys


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
    for k in range(count):
        number = 10 ** 12 + 7919 * k + 39
        factors = factorise(number)
        print(number, "=", " * ".join(map(str, factors)))


main()
