import sys


def burn(item):
    value = item[0]
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return (value % 100, item)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
items = [[n] for n in range(size)]
ranked = []
for item in items:
    ranked.append(burn(item))
for item in items:
    item.append("seen")
print(ranked[:4])
