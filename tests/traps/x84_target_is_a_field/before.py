import sys


class Cursor:
    at = 0


def burn(cursor, slots):
    value = cursor.at * 7 + slots[1]
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
cursor = Cursor()
slots = [0, 0]
results = []
for cursor.at in range(size):
    results.append(burn(cursor, slots))
for slots[1] in range(size):
    results.append(burn(cursor, slots))
print(results[:2], results[-2:], cursor.at, slots)
