def weight(word, table):
    total = 0
    for k in range(200):
        total += sum(table[c] * k for c in word) % 7
    return total


def first_heavy(words, limit):
    table = {c: i for i, c in enumerate("abcdefghijklmnopqrstuvwxyz")}
    for position, word in enumerate(words):
        found = weight(word, table)
        if found > limit:
            return position, word, found
    return None


WORDS = ["tin", "lead", "copper", "quicksilver", "gold", "antimony"]
print(first_heavy(WORDS, 599), first_heavy(WORDS, 5_000), first_heavy([], 1))
