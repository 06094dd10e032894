class Cell:
    def __init__(self, number):
        self.number = number
        self.level = 0


class Grid:
    def __init__(self, count):
        self.cells = [Cell(k) for k in range(count)]

    def level_at(self, index):
        total = 0
        for cell in self.cells:
            total += cell.number * index % 7
        return total, total / (index - 500)

    def update(self):
        for i in range(len(self.cells)):
            total, ratio = self.level_at(i)
            self.cells[i].level = total
            print(i, ratio)


Grid(100).update()
