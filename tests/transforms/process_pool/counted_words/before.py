from collections import Counter


def word_of(letter):
    number = ord(letter)
    for _ in range(300):
        number = (number * 1103515245 + 12345) % 2147483648
    return f"w{number % 19}"


counts = Counter({"w3": 5})
for text in ["one", "and another", "three"]:
    for letter in text:
        counts[word_of(letter)] += 1
print(counts)
