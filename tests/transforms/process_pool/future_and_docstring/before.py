#!/usr/bin/env python3
# -*- coding: utf-8 -*-
"""Sum of digits of large powers.

The docstring stays first, the future import second.
"""
from __future__ import annotations

import sys


def digit_sum(n: int) -> int:
    return sum(int(c) for c in str(n))


def main(count: int) -> None:
    sums: list[int] = []
    for n in range(count):
        sums.append(digit_sum(3 ** n))
    print(sums[-3:], "größte", max(sums))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 90)
