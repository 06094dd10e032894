import sys


def weight(line):
    return sum(ord(c) * k % 7 for k, c in enumerate(line * 50))


with open(sys.argv[0]) as text:
    lines = text.readlines()
total = []
for line in lines:
    total.append(weight(line))
print(total)
