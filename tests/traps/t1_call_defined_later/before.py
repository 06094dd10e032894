# SPDX-License-Identifier: Apache-2.0
"""The first of two calls fails before anybody asks for the second function,
which is not there yet."""
import sys


def first(n):
    if n == 0:
        raise ValueError("none")
    total = 0
    for k in range(3000 * n):
        total = (total * 31 + k) % 1000003
    return total


def main(n):
    a = first(n)
    b = second(n)
    return a + b


if len(sys.argv) > 2:
    try:
        print(main(0))
    except Exception as error:
        print(type(error).__name__, error)


def second(n):
    total = 0
    for k in range(3000 * n):
        total = (total * 37 + k) % 1000003
    return total


print(main(int(sys.argv[1])))
