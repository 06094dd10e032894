POINTS = [(k / 40, k % 7) for k in range(40)]


def fitness(genes):
    error = 0
    for x, y in POINTS:
        error += (sum(gene * x for gene in genes) - y) ** 2
    return error


def main(turns=4):
    population = [[k, -k, 1] for k in range(-20, 20)]
    for turn in range(turns):
        scores = []
        for genes in population:
            scores.append(fitness(genes))
        print(turn, round(min(scores), 6))
        if turn > turns:
            POINTS.pop()


main()
