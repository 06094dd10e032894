# SPDX-License-Identifier: Apache-2.0
"""For every product name find the most similar other one (nested loops)."""
import sys

PARTS = "mini ultra cable adapter charger holder stand cover case light sound".split()


def make_names(count):
    names = []
    for n in range(count):
        names.append(f"{PARTS[n % 11]} {PARTS[n * 7 % 10]}-{n * 37 % 101} {PARTS[n * n % 11]}")
    return names


def levenshtein(a, b):
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            cost = previous[j - 1] if x == y else 1 + min(previous[j - 1], previous[j], current[-1])
            current.append(cost)
        previous = current
    return previous[-1]


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 170
    names = make_names(count)
    closest = []
    for i in range(len(names)):
        best = None
        for j in range(len(names)):
            if i != j:
                distance = levenshtein(names[i], names[j])
                if best is None or distance < best[0]:
                    best = (distance, names[j])
        closest.append(best)
    for name, (distance, other) in list(zip(names, closest))[:8]:
        print(f"{name!r} ~ {other!r} ({distance})")
    print("mean distance", sum(distance for distance, _ in closest) / count)


if __name__ == "__main__":
    main()
