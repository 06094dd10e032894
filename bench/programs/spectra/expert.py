# SPDX-License-Identifier: Apache-2.0
"""Spectra of many recordings by a hand-written FFT; in parallel."""
import cmath
import math
import sys
from concurrent.futures import ProcessPoolExecutor


def recording(number, length):
    state = number * 2_654_435_761 % 2_147_483_647
    samples = []
    for k in range(length):
        state = (state * 48_271) % 2_147_483_647
        samples.append(math.sin(k * (number + 3) / 41) + state / 2_147_483_647 - 0.5)
    return samples


def fft(samples):
    if len(samples) == 1:
        return [complex(samples[0])]
    even, odd = fft(samples[::2]), fft(samples[1::2])
    half = len(even)
    turned = [cmath.exp(-1j * math.pi * k / half) * odd[k] for k in range(half)]
    return [even[k] + turned[k] for k in range(half)] + [even[k] - turned[k] for k in range(half)]


def spectrum(number):
    values = fft(recording(number, 8_192))
    return [abs(value) for value in values]


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 110
    with ProcessPoolExecutor() as pool:
        spectra = list(pool.map(spectrum, range(count), chunksize=2))
    for number, powers in enumerate(spectra):
        if number % 10 == 0:
            peak = max(range(1, len(powers) // 2), key=powers.__getitem__)
            print(f"recording {number:3d}: peak at {peak}, power {powers[peak]!r}")
    mean = [sum(column) / count for column in zip(*spectra)]
    print("mean spectrum:", *(f"{value:.6f}" for value in mean[1:6]))


if __name__ == "__main__":
    main()
