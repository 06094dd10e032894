# SPDX-License-Identifier: Apache-2.0
"""Render a fractal as tiles, one PGM file each, the tiles in parallel."""
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial


def escape_time(x, y, limit):
    zx = zy = 0.0
    for step in range(limit):
        zx, zy = zx * zx - zy * zy + x, abs(2 * zx * zy) + y
        if zx * zx + zy * zy > 4.0:
            return step
    return limit


def render_tile(column, row, size, zoom, limit):
    pixels = bytearray()
    for v in range(size):
        y = -1.9 + (row * size + v) * zoom
        for u in range(size):
            x = -2.2 + (column * size + u) * zoom
            pixels.append(escape_time(x, y, limit) * 255 // limit)
    return bytes(pixels)


def write_pgm(path, size, pixels):
    with open(path, "wb") as out:
        out.write(b"P5 %d %d 255\n" % (size, size))
        out.write(pixels)


def make_tile(tile, size, zoom, limit):
    column, row = tile
    pixels = render_tile(column, row, size, zoom, limit)
    write_pgm(f"tiles/tile_{row:02d}_{column:02d}.pgm", size, pixels)
    return sum(pixels) / len(pixels)


def main():
    across = int(sys.argv[1]) if len(sys.argv) > 1 else 13
    size, limit = 64, 250
    zoom = 3.4 / (across * size)
    os.makedirs("tiles", exist_ok=True)
    began = time.perf_counter()
    tiles = [(column, row) for row in range(across) for column in range(across)]
    work = partial(make_tile, size=size, zoom=zoom, limit=limit)
    with ProcessPoolExecutor() as pool:
        for i, mean in enumerate(pool.map(work, tiles)):
            column, row = tiles[i]
            print(f"[{i + 1}/{len(tiles)}] tile {column},{row}: mean {mean:.2f}")
    print(f"done in {time.perf_counter() - began:.2f} s")


if __name__ == "__main__":
    main()
