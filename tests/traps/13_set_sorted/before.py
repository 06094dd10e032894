import sys


def measure(word):
    value = len(word)
    for _ in range(20_000):
        value = (value * 31 + 7) % 65_521
    return value, word


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
words = {f"word{n}" for n in range(size)}
pairs = []
for word in words:
    pairs.append(measure(word))
print(sorted(pairs)[:5])
