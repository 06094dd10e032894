# SPDX-License-Identifier: Apache-2.0
"""Compress documents one by one and sum up what it saves."""
import sys
import zlib

WORDS = "invoice total customer order article price tax discount address payment".split()


def make_document(number):
    state = number * 40_503 + 11
    words = []
    for _ in range(9_000):
        state = (state * 1103515245 + 12345) % 2147483648
        words.append(f"{WORDS[(state >> 16) % 10]}{(state >> 20) % 97}")
    return " ".join(words).encode()


count = int(sys.argv[1]) if len(sys.argv) > 1 else 190
before = after = 0
sizes = []
checksum = 0
for number in range(count):
    document = make_document(number)
    packed = zlib.compress(document, 9)
    before += len(document)
    after += len(packed)
    sizes.append(len(packed))
    checksum = zlib.crc32(packed, checksum)
print(f"{count} documents, {before} bytes to {after} bytes")
print(f"smallest {min(sizes)}, largest {max(sizes)}, checksum {checksum:08x}")
