# SPDX-License-Identifier: Apache-2.0
"""Align one gene against a set of sequences in parallel and keep the best."""
import functools
import sys
from concurrent.futures import ProcessPoolExecutor

MATCH, MISMATCH, GAP = 2, -1, -2


def make_sequence(seed, length):
    state = seed * 2654435761 % 4294967296
    bases = []
    for _ in range(length):
        state = (state * 1103515245 + 12345) % 2147483648
        bases.append("ACGT"[state >> 16 & 3])
    return "".join(bases)


def local_score(a, b):
    """Smith-Waterman score with linear gaps."""
    best = 0
    previous = [0] * (len(b) + 1)
    for x in a:
        current = [0]
        left = 0
        for j, y in enumerate(b, 1):
            score = previous[j - 1] + (MATCH if x == y else MISMATCH)
            up = previous[j] + GAP
            if up > score:
                score = up
            left += GAP
            if left > score:
                score = left
            if score < 0:
                score = 0
            elif score > best:
                best = score
            left = score
            current.append(score)
        previous = current
    return best


def align(gene, number):
    return local_score(gene, make_sequence(number, 200 + number % 60))


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    gene = make_sequence(4711, 240)
    best_score = -1
    best_number = None
    total = 0
    with ProcessPoolExecutor() as pool:
        scores = pool.map(functools.partial(align, gene), range(count), chunksize=4)
        for number, score in enumerate(scores):
            total += score
            if score > best_score:
                best_score, best_number = score, number
    print(f"best: sequence {best_number}, score {best_score}")
    print(f"mean: {total / count:.4f}")


if __name__ == "__main__":
    main()
