import sys

TABLE = [[], [], []]


def crunch(n):
    for _ in range(2_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def store(number):
    row = TABLE[number % 3]
    value = crunch(number)
    row.append(value)
    return row


size = int(sys.argv[1]) if len(sys.argv) > 1 else 6
for number in range(size):
    print(store(number) is TABLE[number % 3])
print(TABLE)
