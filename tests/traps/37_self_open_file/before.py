import sys


class Journal:
    def __init__(self, path):
        self.out = open(path, "w")

    def record(self, n):
        value = n
        for _ in range(20_000):
            value = (value * 1103515245 + 12345) % 2147483648
        self.out.write(f"{n}={value}\n")
        return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
journal = Journal("journal.txt")
values = []
for n in range(size):
    values.append(journal.record(n))
journal.out.close()
print(values[:2], open("journal.txt").read()[-40:])
