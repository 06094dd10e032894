import numba


def compiled(function):
    """By Numba, kept on disk if it can be; None where that is turned off."""
    if numba.config.DISABLE_JIT or numba.config.BOUNDSCHECK == 0:
        return None
    try:
        return numba.njit(cache=True, boundscheck=True)(function)
    except RuntimeError:  # no folder to keep it in
        return numba.njit(boundscheck=True)(function)


@compiled
def table_by_numba_loop():
    """A loop of make_table(), on arrays."""
    table = []
    for n in range(256):
        crc = n
        for _ in range(8):
            if crc & 1 != 0:
                crc = 0xEDB88320 ^ crc >> 1
            else:
                crc >>= 1
        table.append(crc)
    return table


def table_by_numba(table):
    """A loop of make_table(), compiled. False: not done, it would differ."""
    try:
        new_table = table_by_numba_loop()
    except Exception:  # nothing has been changed yet
        return False
    table.extend(new_table)
    return True


def make_table():
    table = []
    if not table_by_numba(table):
        for n in range(256):
            crc = n
            for _ in range(8):
                if crc & 1:
                    crc = 0xEDB88320 ^ (crc >> 1)
                else:
                    crc >>= 1
            table.append(crc)
    return table


print(make_table())
