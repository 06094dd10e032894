# SPDX-License-Identifier: Apache-2.0
"""The same, compiled, the bytes in an array."""
import sys

import numba
import numpy as np


@numba.njit(cache=True)
def make_table():
    table = np.empty(256, np.int64)
    for n in range(256):
        crc = n
        for _ in range(8):
            crc = 0xEDB88320 ^ (crc >> 1) if crc & 1 else crc >> 1
        table[n] = crc
    return table


@numba.njit(cache=True)
def make_bytes(count):
    state, data = 12345, np.empty(count, np.int64)
    for i in range(count):
        state = (state * 1103515245 + 12345) % 2147483648
        data[i] = state >> 16 & 255
    return data


@numba.njit(cache=True)
def checksum(data, table):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = table[(crc ^ byte) & 255] ^ (crc >> 8)
    return crc ^ 0xFFFFFFFF


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 4_000_000
    table = make_table()
    for block in range(8):
        data = make_bytes(count + block)
        print(f"{block} {checksum(data, table):08x}")


if __name__ == "__main__":
    main()
