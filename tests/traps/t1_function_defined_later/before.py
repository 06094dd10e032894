# SPDX-License-Identifier: Apache-2.0
"""A loop without items never asks for the function that it calls, which may not
be there yet."""
import sys


def main(count):
    out = []
    for n in range(count):
        out.append(work(n))
    return out


if len(sys.argv) > 2:
    print(main(0))


def work(n):
    total = 0
    for k in range(2000):
        total = (total * 31 + k + n) % 1000003
    return total


print(main(int(sys.argv[1])))
