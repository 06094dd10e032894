def worth(orders):
    found = []
    for order in orders:
        if order[2]:
            found.append((order[0], order[0] * order[1]))
    return found


def main():
    orders = [(i % 5, 0.25 * i, i % 3 == 0) for i in range(40)]
    print(worth(orders), worth([]))
    try:
        worth([(1, 2.0, True), (1, 2.0)])
    except IndexError as error:
        print(error)


main()
