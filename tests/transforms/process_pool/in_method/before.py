class Grid:
    def __init__(self, width, height):
        self.width = width
        self.height = height
        self.seed = 42

    def cell(self, x, y):
        return (x * 73_856_093 ^ y * 19_349_663 ^ self.seed) % 7

    def row_weight(self, y):
        return sum(self.cell(x, y) for x in range(self.width))

    def weights(self):
        weights = []
        for y in range(self.height):
            weights.append(self.row_weight(y))
        return weights


def main():
    grid = Grid(60, 40)
    print(grid.weights())


if __name__ == "__main__":
    main()
