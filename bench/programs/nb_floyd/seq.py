# SPDX-License-Identifier: Apache-2.0
"""Shortest ways between all towns, by Floyd and Warshall."""
import sys


def roads(towns):
    distance = [[10**9] * towns for _ in range(towns)]
    for i in range(towns):
        distance[i][i] = 0
        for step in (1, 7, 31):
            j = (i * step + step) % towns
            distance[i][j] = min(distance[i][j], 3 + (i * 17 + step * 5) % 90)
    return distance


def shortest(distance):
    n = len(distance)
    for k in range(n):
        for i in range(n):
            for j in range(n):
                through = distance[i][k] + distance[k][j]
                if through < distance[i][j]:
                    distance[i][j] = through


def main():
    towns = int(sys.argv[1]) if len(sys.argv) > 1 else 480
    distance = roads(towns)
    shortest(distance)
    print(distance[0][:12], max(max(row) for row in distance))
    print(sum(map(sum, distance)))


if __name__ == "__main__":
    main()
