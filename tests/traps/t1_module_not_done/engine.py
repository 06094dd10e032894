# SPDX-License-Identifier: Apache-2.0
import sys

import runner

early = runner.main(int(sys.argv[2]))


def score(n):
    total = 0
    for k in range(2000):
        total = (total * 31 + k + n) % 1000003
    return total


total = sum(runner.main(int(sys.argv[1])))
