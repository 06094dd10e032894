# SPDX-License-Identifier: Apache-2.0
"""How dense observations lie around each point, by a kernel that ends: a loop over points, one over observations."""
import sys


def density(points, observations, width):
    densities = []
    for point in points:
        total = 0.0
        for observation in observations:
            distance = abs(point - observation) / width
            if distance < 1.0:
                rest = 1.0 - distance * distance
                total += rest * rest
        densities.append(total * 0.9375 / width)
    return densities


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    observations = [k * 7919 % 10_007 / 10_007 + (k % 13) * 0.01 for k in range(count)]
    points = [k / 4_000 for k in range(4_000)]
    for width in (0.02, 0.05):
        densities = density(points, observations, width)
        print(f"{width}: {max(densities)!r} at most, {sum(densities)!r} in all")


if __name__ == "__main__":
    main()
