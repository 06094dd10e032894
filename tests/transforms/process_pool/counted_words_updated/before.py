import collections


def word_of(letter):
    number = ord(letter)
    for _ in range(300):
        number = (number * 1103515245 + 12345) % 2147483648
    return f"w{number % 19}"


def count(texts):
    lines = 0
    counts = collections.Counter()
    for text in texts:
        for letter in text:
            lines += 1
            counts.update([word_of(letter), letter])
    # The lambda is made when nothing can fail any more.
    return lines, sorted(counts, key=lambda word: (-counts[word], word))


print(count(["one", "and another", "three"]))
