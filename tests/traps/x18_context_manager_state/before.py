import sys


class Section:
    def __init__(self):
        self.entered = 0
        self.left = []

    def __enter__(self):
        self.entered += 1
        return self.entered

    def __exit__(self, *error):
        self.left.append(self.entered)


section = Section()


def burn(n):
    with section as number:
        for _ in range(20_000):
            n = (n * 1103515245 + number) % 2147483648
    return n


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = []
for n in range(size):
    results.append(burn(n))
print(results[-2:], section.left[-2:])
