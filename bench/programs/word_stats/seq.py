# SPDX-License-Identifier: Apache-2.0
"""Word statistics of many text files. A plain script without a main guard."""
import os
import sys
from collections import Counter

count = int(sys.argv[1]) if len(sys.argv) > 1 else 160
syllables = "ka lo mi ren sta to vel qua pri nos der um fin ga sho bri".split()


def write_files(folder):
    os.makedirs(folder, exist_ok=True)
    state = 1
    paths = []
    for number in range(count):
        words = []
        for _ in range(2_500):
            state = (state * 1103515245 + 12345) % 2147483648
            bits = state >> 9
            words.append("".join(syllables[bits >> 4 * k & 15] for k in range(bits % 3 + 1)))
        path = os.path.join(folder, f"text{number:04d}.txt")
        with open(path, "w") as out:
            out.write(" ".join(words))
        paths.append(path)
    return paths


def soundex(word):
    codes = {"b": 1, "f": 1, "p": 1, "v": 1, "k": 2, "g": 2, "q": 2, "s": 2, "d": 3, "t": 3, "l": 4, "m": 5, "n": 5, "r": 6}
    code, last = word[0], None
    for letter in word[1:]:
        digit = codes.get(letter)
        if digit is not None and digit != last:
            code += str(digit)
        last = digit
    return code[:4]


def analyse(path):
    with open(path) as source:
        words = source.read().split()
    sounds = Counter()
    for word in words:
        for start in range(len(word)):
            sounds[soundex(word[start:])] += 1
    return len(set(words)), sounds.most_common(3)


paths = write_files("texts")
report = {}
for path in paths:
    report[path] = analyse(path)

for path in paths[::40]:
    print(path, *report[path])
print("distinct words per file:", sum(distinct for distinct, _ in report.values()) / count)
