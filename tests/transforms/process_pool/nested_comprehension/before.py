def height(x, y):
    value = x * 31 + y
    for _ in range(15):
        value = (value * 1_103 + 17) % 4_093
    return value


def main():
    width = 12
    world = [[height(x, y) for x in range(width)] for y in range(20)]
    print(sum(map(sum, world)), world[3][:4])


if __name__ == "__main__":
    main()
