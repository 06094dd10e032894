POINTS = [(k / 40, k % 7) for k in range(40)]


def fitness(genes, bias):
    error = bias
    for x, y in POINTS:
        error += (sum(gene * x for gene in genes) - y) ** 2
    return error


def main(turns=4):
    population = [[k, -k, 1] for k in range(-20, 20)]
    bias = 0
    for turn in range(turns):
        if turn == 1:
            print("nothing in this turn")
            continue
        # The lower, the better.
        scores = []
        for genes in population:
            scores.append(fitness(genes, bias))

        best = scores.index(min(scores))
        print(f"""turn {turn}:
{population[best]}""", round(scores[best], 6))
        bias += turn
        population[best] = [gene / 2 for gene in population[best]]
    print("done")


main()
