from collections import Counter


def word_of(letter):
    number = ord(letter)
    for _ in range(300):
        number = (number * 1103515245 + 12345) % 2147483648
    return f"w{number % 19}"


class Loud(Counter):
    def __missing__(self, key):
        return len(self)


def count(texts):
    totals = Loud()
    for text in texts:
        for letter in text:
            word = word_of(letter)
            totals[word] += 1
    return totals


print(count(["one", "and another", "three"]))
