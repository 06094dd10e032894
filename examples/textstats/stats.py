# SPDX-License-Identifier: Apache-2.0
"""What we know of a document."""
from collections import Counter, namedtuple

Profile = namedtuple("Profile", "words distinct closest_pair ease")


def distance(a, b):
    """Levenshtein distance of two words."""
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            current.append(
                min(previous[j] + 1, current[-1] + 1, previous[j - 1] + (x != y))
            )
        previous = current
    return previous[-1]


def closest_pair(words):
    """The two different words that are most alike."""
    best = None
    for i, first in enumerate(words):
        for second in words[i + 1:]:
            candidate = (distance(first, second), first, second)
            if best is None or candidate < best:
                best = candidate
    return best[1:]


def profile_document(text):
    words = text.replace(".", "").split()
    sentences = text.count(".") or 1
    counts = Counter(words)
    frequent = [word for word, _ in counts.most_common(60)]
    letters = sum(len(word) for word in words)
    ease = 206.8 - 1.015 * len(words) / sentences - 21.1 * letters / len(words)
    return Profile(len(words), len(counts), closest_pair(frequent), ease)


def profile_all(documents):
    profiles = {}
    for name, text in documents.items():
        profiles[name] = profile_document(text)
    return profiles
