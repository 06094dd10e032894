# SPDX-License-Identifier: Apache-2.0
"""A genetic algorithm: in every generation all fitnesses in parallel."""
import math
import random
import sys
from concurrent.futures import ProcessPoolExecutor

POINTS = [(k / 40, math.sin(k / 7) * (1 + k / 90)) for k in range(640)]


def predict(genes, x):
    value = 0.0
    for k, gene in enumerate(genes):
        value += gene * math.cos(k * x)
    return value


def fitness(genes):
    error = 0.0
    for x, y in POINTS:
        error += (predict(genes, x) - y) ** 2
    return -error


def breed(parents, size, rng):
    children = [list(parent) for parent in parents]
    while len(children) < size:
        mother, father = rng.sample(parents, 2)
        cut = rng.randrange(1, len(mother))
        child = mother[:cut] + father[cut:]
        child[rng.randrange(len(child))] += rng.gauss(0, 0.2)
        children.append(child)
    return children


def main():
    generations = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    rng = random.Random(2024)
    population = [[rng.uniform(-1, 1) for _ in range(16)] for _ in range(60)]
    with ProcessPoolExecutor() as pool:
        for generation in range(generations):
            scores = list(pool.map(fitness, population, chunksize=4))
            order = sorted(range(len(population)), key=lambda k: scores[k], reverse=True)
            if generation % 4 == 0:
                print(f"generation {generation:2d}: best {scores[order[0]]:.6f}")
            population = breed([population[k] for k in order[:12]], 60, rng)
    print("genes:", " ".join(f"{gene:.4f}" for gene in population[0]))


if __name__ == "__main__":
    main()
