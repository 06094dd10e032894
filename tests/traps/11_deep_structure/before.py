import sys


class Node:
    def __init__(self, value, after):
        self.value = value
        self.after = after


def chain(length):
    head = None
    for value in range(length):
        head = Node(value, head)
    return head


def walk(head, step):
    total = 0
    for _ in range(20):
        node = head
        while node is not None:
            total = (total * step + node.value) % 1_000_003
            node = node.after
    return total


def main():
    length = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    head = chain(length)
    totals = []
    for step in range(2, 22):
        totals.append(walk(head, step))
    print(repr(totals))
    while head is not None:
        head = head.after


if __name__ == "__main__":
    main()
