# SPDX-License-Identifier: Apache-2.0
"""The most frequent words in all text files below a folder."""
import os
import re
import sys
from collections import Counter

SYLLABLES = "an be co de el fi go ha in jo ka le mi no or pa qu re sa ti un vo we".split()


def make_texts(root, count):
    for number in range(count):
        folder = os.path.join(root, f"chapter{number % 7}")
        os.makedirs(folder, exist_ok=True)
        words = (SYLLABLES[(number + k * k) % 23] + SYLLABLES[k * number % 19] for k in range(1000))
        with open(os.path.join(folder, f"text{number}.txt"), "w") as file:
            file.write(" ".join(words) * 60)


def count_words(path):
    with open(path, encoding="utf-8") as file:
        return Counter(re.findall(r"[a-z]+", file.read().lower()))


def main():
    root = sys.argv[2] if len(sys.argv) > 2 else "texts"
    make_texts(root, int(sys.argv[1]) if len(sys.argv) > 1 else 540)
    totals = Counter()
    files = 0
    for folder, _, names in os.walk(root):
        for name in names:
            if name.endswith(".txt"):
                totals.update(count_words(os.path.join(folder, name)))
                files += 1
    for word, number in sorted(totals.items(), key=lambda pair: (-pair[1], pair[0]))[:5]:
        print(word, number)
    print(files, "files,", sum(totals.values()), "words")


if __name__ == "__main__":
    main()
