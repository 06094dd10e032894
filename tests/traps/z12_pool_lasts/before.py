import sys

POINTS = [0.5, 1, 2, 3.25, 7, 11]
ROWS = [[1, 2], [2, 3], [3, 4], [4, 5], [5, 6]]


def fitness(genes):
    return sum(genes) * max(POINTS) + abs(genes[0] - 3)


def weigh(row):
    return sum(POINTS) * row[0] * row[1]


def ratio(number, bias):
    return (sum(POINTS) + bias) / (number % 7 - 3)


def items(count, wake):
    for number in range(count):
        if wake and number == 17:
            raise LookupError(number)
        yield number * 3


def evolve(wake):
    population = [[9, -2, 1], [2, 2, 3], [5, 1, -7], [0, 0, 1]]
    for turn in range(9):
        if turn == 2:
            continue
        scores = []
        for genes in population:
            scores.append(fitness(genes))
        best = scores.index(min(scores))
        print(turn, best, round(scores[best], 6))
        population[best] = [gene / 2 for gene in population[best]]
        population.append([turn, turn, turn])
        if wake and turn == 5:
            return turn
    return -1


def three_levels(wake):
    for start in range(3):
        ROWS.append([start, start])
        for turn in range(3):
            if turn != 1:
                print(start, turn, round(sum([weigh(row) for row in ROWS]), 6))
            ROWS[turn][1] += 1


def survives(wake):
    bias = 0
    for turn in range(4):
        bad = 0
        for number in range(turn, 40):
            try:
                value = ratio(number, bias)
            except ZeroDivisionError:
                bad += 1
                continue
            if value > 40:
                print(turn, number, round(value, 6))
        bias += bad


def takes(wake):
    for turn in range(6):
        found = []
        for number in items(14 + turn, wake):
            found.append(weigh([number, turn]))
        print(turn, round(sum(found), 6))


def fails_outside(wake):
    for turn in range(5):
        print(round(sum([weigh(row) for row in ROWS[:9]]), 6))
        print(6 // (3 - turn) if wake else turn)


def main():
    wake = sys.argv[1] == "wake"
    print(evolve(wake))
    three_levels(wake)
    survives(wake)
    try:
        takes(wake)
    except LookupError as error:
        print(error)
    fails_outside(wake)


main()
