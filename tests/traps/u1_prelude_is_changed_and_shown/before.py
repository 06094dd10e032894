import sys


def work(number, notes):
    total = 0
    for k in range(3000):
        total += k * number % 7
    notes.append(total)
    return total


class Box:
    def __init__(self, value):
        self.value = value


def fill(box):
    for k in range(3000):
        box.value += k % 5
    return box


def main():
    for number in range(int(sys.argv[1])):
        notes = []
        print(work(number, notes), notes)
    for number in range(int(sys.argv[1])):
        box = Box(number)
        print(fill(box) is box, box.value)


main()
