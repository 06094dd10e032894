import re

text = "the cat the dog a cat the end of the story of a dog"
counts = {}
for word in re.finditer("[a-z]+", text):
    counts[word.group()] = counts.get(word.group(), 0) + 1


def similarity(a, b):
    total = 0
    for i, left in enumerate(a):
        for j, right in enumerate(b):
            total += (left == right) * (i + j)
    return total


scores = []
for word in sorted(counts):
    best = 0
    for other in ["category", "dogma", "theory", "history"] * 20:
        best += similarity(word, other)
    scores.append((word, best))
print(scores)
