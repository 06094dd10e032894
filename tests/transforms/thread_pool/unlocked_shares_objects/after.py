import os
import zlib
from concurrent.futures import ThreadPoolExecutor

BLOCKS = [bytes([k]) * 4000 for k in range(20)]
MISSING = object()


def packed(block):
    if block is MISSING:
        return None
    return zlib.compress(block, 9)


def packed_for_block(block):
    return len(packed(block))


with ThreadPoolExecutor(
    max_workers=min(2, len(os.sched_getaffinity(0)))
) as pool:
    sizes = list(pool.map(packed_for_block, BLOCKS))
print(sizes, BLOCKS[0] is BLOCKS[0])
