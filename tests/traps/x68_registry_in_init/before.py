import sys


class Node:
    registry = []

    def __init__(self, value):
        self.value = value
        self.registry.append(self)


def burn(n):
    node = Node(n)
    for _ in range(20_000):
        node.value = (node.value * 1103515245 + 12345) % 2147483648
    return node.value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = [burn(n) for n in range(size)]
print(results[:2], len(Node.registry))
