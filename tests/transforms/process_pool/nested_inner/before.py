def step(cell, left, right):
    value = cell
    for _ in range(20):
        value = (value * 5 + left * 3 + right) % 251
    return value


def main():
    cells = [(n * n) % 251 for n in range(40)]
    for generation in range(6):
        following = []
        for i in range(len(cells)):
            following.append(step(cells[i], cells[i - 1], cells[(i + 1) % len(cells)]))
        cells = following
        print(generation, sum(cells))


if __name__ == "__main__":
    main()
