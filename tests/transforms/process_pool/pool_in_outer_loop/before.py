def evolve(cell, rate):
    for _ in range(20):
        cell = (cell * rate + 11) % 1_009
    return cell


def main():
    cells = list(range(40))
    for generation in range(4):
        cells = [evolve(cell, generation + 2) for cell in cells]
        print(generation, sum(cells))


if __name__ == "__main__":
    main()
