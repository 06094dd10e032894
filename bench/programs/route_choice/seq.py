# SPDX-License-Identifier: Apache-2.0
"""Rank delivery plans: the best tour from every depot, by an expensive score."""
import sys


def make_towns(count):
    return [((k * 7919 + 13) % 997, (k * 104_729 + 71) % 991) for k in range(count)]


def distance(a, b):
    return ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5


def greedy_tour(towns, start):
    left = set(range(len(towns)))
    left.remove(start)
    tour = [start]
    while left:
        here = towns[tour[-1]]
        nearest = min(left, key=lambda town: (distance(here, towns[town]), town))
        left.remove(nearest)
        tour.append(nearest)
    return tour


def tour_length(towns, tour):
    return sum(distance(towns[a], towns[b]) for a, b in zip(tour, tour[1:] + tour[:1]))


class Fleet:
    def __init__(self, towns, capacity):
        self.towns = towns
        self.capacity = capacity

    def score(self, depot):
        tour = greedy_tour(self.towns, depot)
        length = tour_length(self.towns, tour)
        stops_back = len(tour) // self.capacity
        x, y = self.towns[depot]
        return -(length + stops_back * (x + y) / 10)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 240
    fleet = Fleet(make_towns(count), 12)
    best = max(range(count), key=fleet.score)
    print("best depot", best, "score", round(fleet.score(best), 6))
    ranking = sorted(range(0, count, 2), key=fleet.score, reverse=True)
    print("ranking of the even ones:", *ranking[:12])


if __name__ == "__main__":
    main()
