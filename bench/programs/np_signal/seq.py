# SPDX-License-Identifier: Apache-2.0
"""A signal in an array of NumPy, item by item: smoothed, its energy, and how often it crosses zero."""
import sys

import numpy as np


def smoothed(signal, out):
    for i in range(1, len(signal) - 1):
        out[i] = (signal[i - 1] + 2.0 * signal[i] + signal[i + 1]) / 4.0


def energy(signal):
    total = 0.0
    for x in signal:
        total += x * x
    return total


def crossings(signal):
    count = 0
    for i in range(1, len(signal)):
        if signal[i - 1] < 0.0 and signal[i] >= 0.0:
            count += 1
    return count


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 15_000_000
    t = np.linspace(0.0, 400.0, count)
    signal = np.sin(t * t) * np.exp(-t / 200.0)
    out = np.zeros(count)
    smoothed(signal, out)
    print(out[:3].tolist(), energy(out), crossings(out))


if __name__ == "__main__":
    main()
