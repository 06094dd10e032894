import zlib

BLOCKS = [bytes([k]) * 4000 for k in range(20)]
MISSING = object()


def packed(block):
    if block is MISSING:
        return None
    return zlib.compress(block, 9)


sizes = [len(packed(block)) for block in BLOCKS]
print(sizes, BLOCKS[0] is BLOCKS[0])
