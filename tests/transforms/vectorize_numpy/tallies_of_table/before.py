def pairs(firsts, seconds, table):
    for i in range(len(firsts)):
        if firsts[i] != seconds[i]:
            table[firsts[i]][seconds[i] % 3] += firsts[i] * 2 + 1


def show(firsts, seconds, table):
    try:
        pairs(firsts, seconds, table)
    except IndexError as error:
        print(error)
    print(table)


show([0, 1, 2, 1, 1, -1], [5, 4, 3, 4, 7, 1], [[0] * 3 for _ in range(3)])
show([0, 1, 3], [5, 4, 3], [[0] * 3 for _ in range(3)])
show([0, 1, 2], [5, 4], [[0] * 3 for _ in range(3)])
show([0, 1, 2], [5, 4, 3], [[0, 0, 0], [1, 2], [3, 4, 5]])
show([0, 1, 2, 2], [5, 4, 3, 3], [[0] * 3] * 3)
show([], [], [])
show([0], [1], [])
show([2**62, 0, 0], [0, 1, 2], [[2**62] * 3 for _ in range(3)])
show([0, 1, 0], [1, 2, 2], [[2**63 - 1] * 3 for _ in range(3)])
