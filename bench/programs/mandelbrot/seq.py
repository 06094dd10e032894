# SPDX-License-Identifier: Apache-2.0
"""Render the Mandelbrot set as a grey image, row by row."""
import sys
import zlib

LIMIT = 400


def escape_time(cx, cy):
    x = y = 0.0
    for step in range(LIMIT):
        xx, yy = x * x, y * y
        if xx + yy > 4.0:
            return step
        x, y = xx - yy + cx, 2.0 * x * y + cy
    return LIMIT


def render_row(row, size):
    cy = -1.25 + 2.5 * row / size
    return bytes(
        escape_time(-2.0 + 2.5 * column / size, cy) * 255 // LIMIT
        for column in range(size)
    )


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 560
    image = []
    for row in range(size):
        image.append(render_row(row, size))
    data = b"".join(image)
    print(f"P5 {size} {size} 255: {len(data)} bytes, crc {zlib.crc32(data):08x}")


if __name__ == "__main__":
    main()
