# SPDX-License-Identifier: Apache-2.0
"""Checksums of blocks of a byte stream, each byte through a table: what is left of one goes into the next."""
import sys


def make_table():
    table = []
    for n in range(256):
        crc = n
        for _ in range(8):
            crc = 0xEDB88320 ^ (crc >> 1) if crc & 1 else crc >> 1
        table.append(crc)
    return table


def make_bytes(count):
    state, data = 12345, []
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2147483648
        data.append(state >> 16 & 255)
    return data


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
