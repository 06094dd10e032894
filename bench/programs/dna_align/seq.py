# SPDX-License-Identifier: Apache-2.0
"""Align one gene against a set of sequences and keep the best (max with guard)."""
import sys

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


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    gene = make_sequence(4711, 240)
    best_score = -1
    best_number = None
    total = 0
    for number in range(count):
        sequence = make_sequence(number, 200 + number % 60)
        score = local_score(gene, sequence)
        total += score
        if score > best_score:
            best_score, best_number = score, number
    print(f"best: sequence {best_number}, score {best_score}")
    print(f"mean: {total / count:.4f}")


if __name__ == "__main__":
    main()
