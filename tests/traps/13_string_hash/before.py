import sys


def bucket(word):
    value = 0
    for _ in range(20_000):
        value = (value * 31 + 7) % 65_521
    return hash(word) % 16 + value * 0


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
buckets = [bucket(f"word{n}") for n in range(size)]
print(buckets)
