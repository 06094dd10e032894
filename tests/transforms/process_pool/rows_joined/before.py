WORDS = ["level", "noon", "stats", "desk", "radar", "lamp"]


def reads_backwards(text):
    return all(text[k] == text[-1 - k] for k in range(len(text)))


def pairs(words):
    return ", ".join(f"{first}+{second}" for first in words for second in words if reads_backwards(first + second))


print(pairs(WORDS))
