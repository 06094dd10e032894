# SPDX-License-Identifier: Apache-2.0
"""Count the n-grams of a corpus: one Counter for all, a histogram of lengths."""
import sys
from collections import Counter, defaultdict

WORDS = "the cat sat on a mat and the dog ran to that man with no hat at all".split()


def make_text(number):
    state = number * 7919 + 5
    words = []
    for _ in range(1_400):
        state = (state * 1103515245 + 12345) % 2147483648
        word = WORDS[(state >> 16) % len(WORDS)]
        words.append(word + "s" if state >> 10 & 7 == 0 else word)
    return " ".join(words)


def ngrams(text, n):
    counts = Counter()
    for begin in range(len(text) - n + 1):
        gram = text[begin:begin + n]
        if " " not in gram.strip():
            counts[gram.strip()] += 1
    return counts


def main():
    documents = int(sys.argv[1]) if len(sys.argv) > 1 else 1_400
    totals = Counter()
    lengths = defaultdict(int)
    histogram = {}
    for number in range(documents):
        text = make_text(number)
        counts = ngrams(text, 4)
        totals.update(counts)
        lengths[len(text) // 100] += 1
        rare = sum(1 for value in counts.values() if value < 20)
        histogram[rare] = histogram.get(rare, 0) + 1
    print("most common:", totals.most_common(6))
    print("lengths:", dict(lengths))
    print("rare ones per document:", sorted(histogram.items())[:8], "in order", list(histogram)[:8])


if __name__ == "__main__":
    main()
