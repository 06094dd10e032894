def word_of(letter):
    number = ord(letter)
    for _ in range(300):
        number = (number * 1103515245 + 12345) % 2147483648
    return f"w{number % 19}"


def count(texts):
    totals = {}
    for text in texts:
        for letter in text:
            word = word_of(letter)
            totals[word] = totals.get(word, 0) + len(word) / 3
    return totals


print(count(["one", "and another", "three"]))
