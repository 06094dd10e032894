from collections import defaultdict


def word_of(letter):
    number = ord(letter)
    for _ in range(300):
        number = (number * 1103515245 + 12345) % 2147483648
    return f"w{number % 19}"


def totals(texts):
    lengths = defaultdict(int)
    for text in texts:
        for letter in text:
            word = word_of(letter)
            if word != "w7":
                lengths[word, len(text)] += len(word)
            else:
                lengths["seven"] -= 1
    return dict(lengths)


print(totals(["one", "and another", "three"]))
