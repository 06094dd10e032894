import sys

import numpy as np


def entropy(text):
    import math
    from collections import Counter

    counts = Counter(text.split())
    total = sum(counts.values())
    return -sum(n / total * math.log2(n / total) for n in counts.values())


def main():
    texts = [" ".join(str(n * k % 17) for k in range(3000)) for n in range(60)]
    scores = []
    for text in texts:
        scores.append(entropy(text))
    print(max(scores), np.__name__)


if __name__ == "__main__":
    main()
