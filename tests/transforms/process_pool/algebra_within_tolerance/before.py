"""Solve a system of equations for each wind."""
import sys

import numpy as np

SIZE = 24


def strain(frame, wind):
    loads = np.zeros(len(frame))
    loads[wind % len(frame)] = 1.0
    shifts = np.linalg.solve(frame, loads)
    return np.abs(shifts).max()


def main():
    print("size", SIZE, file=sys.stderr)
    frame = np.eye(SIZE) * 4.0
    for i in range(SIZE - 1):
        frame[i, i + 1] = frame[i + 1, i] = -1.0
    strains = []
    for wind in range(40):
        strains.append(strain(frame, wind))
    print(f"{max(strains):.9f}, {sum(strains):.9f}")


if __name__ == "__main__":
    main()
