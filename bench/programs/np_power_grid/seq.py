# SPDX-License-Identifier: Apache-2.0
"""What happens to a power grid when one of its lines fails: a system of equations for each line."""
import sys

import numpy as np


def make_grid(nodes, rng):
    lines = [(node, int(rng.integers(node)), float(rng.uniform(2.0, 9.0))) for node in range(1, nodes)]
    for _ in range(nodes):
        first, second = rng.choice(nodes, 2, replace=False)
        lines.append((int(first), int(second), float(rng.uniform(2.0, 9.0))))
    return lines


def flows_without(lines, failed, power):
    nodes = len(power)
    admittance = np.zeros((nodes, nodes))
    for number, (first, second, weight) in enumerate(lines):
        if number == failed:
            continue
        admittance[first, first] += weight
        admittance[second, second] += weight
        admittance[first, second] -= weight
        admittance[second, first] -= weight
    admittance[0] = 0.0
    admittance[0, 0] = 1.0
    angles = np.linalg.solve(admittance, power)
    worst, place = 0.0, -1
    for number, (first, second, weight) in enumerate(lines):
        flow = abs(weight * (angles[first] - angles[second]))
        if number != failed and flow > worst:
            worst, place = flow, number
    return worst, place


def main():
    nodes = int(sys.argv[1]) if len(sys.argv) > 1 else 360
    rng = np.random.default_rng(8)
    lines = make_grid(nodes, rng)
    power = rng.normal(0.0, 1.0, nodes)
    power[0] = 0.0
    overloads = []
    for failed in range(nodes - 1, len(lines)):
        worst, place = flows_without(lines, failed, power)
        if worst > 60.0:
            overloads.append((failed, place, worst))
    print(f"{len(overloads)} of {len(lines) - nodes + 1} failures overload a line")
    for failed, place, worst in overloads[::20]:
        print(f"without {lines[failed][:2]}: {worst:.9f} from {lines[place][0]} to {lines[place][1]}")


if __name__ == "__main__":
    main()
