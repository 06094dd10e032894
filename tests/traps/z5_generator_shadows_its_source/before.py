import sys


def slow(number, factor=1):
    total = 0
    for step in range(2_000):
        total = (total * 31 + number * factor + step) % 1_000_003
    return total


class Box:
    def __init__(self, n):
        self.n = n
        self.peers = []

    def bump(self):
        for peer in self.peers:
            peer.n += 1
        return slow(self.n)


def total(box):
    return sum(box.bump() for box in box)


boxes = [Box(i) for i in range(int(sys.argv[1]))]
if len(boxes) > 7:
    boxes[3].peers = boxes[:6]
print(total(boxes), [box.n for box in boxes])
