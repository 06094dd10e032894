class Box:
    def __init__(self, n):
        self.n = n

    def heavy(self):
        total = 0
        for k in range(2_000):
            total = (total + k * self.n) % 7
        return total > 2


def main():
    boxes = [Box(n) for n in range(20)]
    heavy = [box for box in boxes if box.heavy()]
    for box in heavy:
        box.n += 100
    print([box.n for box in boxes])


main()
