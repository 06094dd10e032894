import numba
import numpy as np


def compiled(function):
    """By Numba, kept on disk if it can be; None where that is turned off."""
    if numba.config.DISABLE_JIT or numba.config.BOUNDSCHECK == 0:
        return None
    try:
        return numba.njit(cache=True, boundscheck=True)(function)
    except RuntimeError:  # no folder to keep it in
        return numba.njit(boundscheck=True)(function)


def integers(numbers):
    """As an array, if none is too large to be computed with."""
    try:  # bytes are three times as quick
        return np.frombuffer(bytes(numbers), dtype=np.uint8).astype(int)
    except (TypeError, ValueError):
        array = np.array(numbers, dtype=int)
    if array.min(initial=0) < -(2**53) or array.max(initial=0) > 2**53:
        raise OverflowError
    return array


def make_table():
    table = []
    for n in range(256):
        crc = n
        for _ in range(8):
            if crc & 1:
                crc = 0xEDB88320 ^ (crc >> 1)
            else:
                crc >>= 1
        table.append(crc)
    return table


@compiled
def loop_by_numba_loop(data, table, crc):
    """A loop of crc32(), on arrays."""
    for byte in data:
        crc = table[(crc ^ byte) & 0xFF] ^ crc >> 8
    return crc


def loop_by_numba(data, table, crc):
    """A loop of crc32(), compiled. None: not done, it would differ."""
    if abs(crc) > 2**53:
        return None
    try:
        crc = loop_by_numba_loop(integers(data), integers(table), crc)
    except Exception:  # nothing has been changed yet
        return None
    return crc


def crc32(data, table):
    crc = 0xFFFFFFFF
    folded = loop_by_numba(data, table, crc)
    if folded is None:
        for byte in data:
            crc = table[(crc ^ byte) & 0xFF] ^ (crc >> 8)
    else:
        crc = folded
    return crc ^ 0xFFFFFFFF


table = make_table()
print(hex(crc32([(i * 7) % 256 for i in range(1000)], table)))
print(crc32([], table), crc32([1, 2**70], table))
