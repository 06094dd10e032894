# SPDX-License-Identifier: Apache-2.0
"""The same by slices; the sum in the order of the loop."""
import sys

import numpy as np


def smoothed(signal, out):
    out[1:-1] = (signal[:-2] + 2.0 * signal[1:-1] + signal[2:]) / 4.0


def energy(signal):
    return np.add.accumulate(signal * signal)[-1]


def crossings(signal):
    return int(np.count_nonzero((signal[:-1] < 0.0) & (signal[1:] >= 0.0)))


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 15_000_000
    t = np.linspace(0.0, 400.0, count)
    signal = np.sin(t * t) * np.exp(-t / 200.0)
    out = np.zeros(count)
    smoothed(signal, out)
    print(out[:3].tolist(), energy(out), crossings(out))


if __name__ == "__main__":
    main()
