# SPDX-License-Identifier: Apache-2.0
import engine


def main(count):
    out = []
    for n in range(count):
        out.append(engine.score(n))
    return out
