import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 3


class Item:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def go(self):
        return self.n


def work(item, method):
    return sum(k * item.n % 7 for k in range(2000)), item.go == method


first = Item(0)
method = first.go
out = []
for item in [first] + [Item(n) for n in range(count)]:
    out.append(work(item, method))
print(out)
