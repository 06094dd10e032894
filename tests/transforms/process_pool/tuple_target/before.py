def area(x1, y1, x2, y2):
    cells = 0
    for x in range(x1, x2):
        for y in range(y1, y2):
            cells += (x ^ y) & 1
    return cells


def main():
    boxes = [((n, 2 * n), (n + 9, 2 * n + 7)) for n in range(40)]
    cells = []
    for (x1, y1), (x2, y2) in boxes:
        cells.append(area(x1, y1, x2, y2))
    print(cells)


if __name__ == "__main__":
    main()
