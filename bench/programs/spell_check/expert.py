# SPDX-License-Identifier: Apache-2.0
"""Correct misspelt words with a large dictionary, in parallel."""
import sys
from concurrent.futures import ProcessPoolExecutor

SYLLABLES = "ka lo mi ren sta to vel qua pri nos der um fin ga sho bri".split()


def make_words(count):
    words = {}
    state = 1
    while len(words) < count:
        state = (state * 1103515245 + 12345) % 2147483648
        bits = state >> 7
        word = "".join(SYLLABLES[bits >> 4 * k & 15] for k in range(bits % 3 + 2))
        words[word] = words.get(word, 0) + bits % 50
    return words


def deletions(word):
    return [word[:i] + word[i + 1:] for i in range(len(word))]


def build_index(words):
    index = {}
    for word in words:
        for key in deletions(word):
            index.setdefault(key, []).append(word)
    return index


def misspell(word, seed):
    at = seed % len(word)
    letter = "abcdefghij"[seed % 10]
    if seed % 3 == 0:
        return word[:at] + letter + word[at:]
    if seed % 3 == 1:
        return word[:at] + letter + word[at + 1:]
    return word[:at] + word[at + 1:]


def distance(a, b):
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            current.append(min(previous[j] + 1, current[-1] + 1, previous[j - 1] + (x != y)))
        previous = current
    return previous[-1]


def correct(word, words, index):
    if word in words:
        return word
    found = set()
    for once in [word] + deletions(word):
        for key in [once] + deletions(once):
            if key in words:
                found.add(key)
            found.update(index.get(key, ()))
    if not found:
        return None
    return min(found, key=lambda other: (distance(word, other), -words[other], other))


def share(words, index):
    global shared
    shared = words, index


def correct_shared(word):
    return correct(word, *shared)


def main():
    queries = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    words = make_words(40_000)
    index = build_index(words)
    known = list(words)
    misspelt = [misspell(known[number * 7919 % len(known)], number) for number in range(queries)]
    with ProcessPoolExecutor(initializer=share, initargs=(words, index)) as pool:
        answers = pool.map(correct_shared, misspelt, chunksize=100)
        corrections = [pair for pair in zip(misspelt, answers) if pair[1] is not None]
    print(len(corrections), "of", queries, "corrected")
    for word, correction in corrections[::len(corrections) // 8]:
        print(f"  {word} -> {correction}")


if __name__ == "__main__":
    main()
