import sys


class Label:
    shown = 0

    def __init__(self, n):
        self.n = n

    def __format__(self, spec):
        Label.shown += 1
        return f"<{self.n}/{Label.shown}>"


def burn(label):
    value = label.n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return f"{label} {value % 10}"


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
labels = [Label(n) for n in range(size)]
texts = []
for label in labels:
    texts.append(burn(label))
print(texts[-2:], Label.shown)
