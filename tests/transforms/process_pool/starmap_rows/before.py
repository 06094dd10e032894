from itertools import starmap


def area(width, height):
    total = 0
    for i in range(300):
        total += (width * i) % (height + 1)
    return total


def main():
    rows = [(n, n + 3) for n in range(120)]
    for value in starmap(area, rows):
        print(value)


main()
