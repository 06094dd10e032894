# SPDX-License-Identifier: Apache-2.0
"""Draw the Mandelbrot set as text. A plain script without a main guard.

usage: mandelbrot.py [ROWS]
"""
import sys

rows = int(sys.argv[1]) if len(sys.argv) > 1 else 48
columns = rows * 5 // 2
limit = 25_000
shades = " .:-=+*#%@"


def escape_time(cx, cy):
    x = y = 0.0
    for step in range(limit):
        xx, yy = x * x, y * y
        if xx + yy > 4.0:
            return step
        x, y = xx - yy + cx, 2.0 * x * y + cy
    return limit


def draw_row(row):
    cy = -1.2 + 2.4 * row / rows
    text = ""
    for column in range(columns):
        steps = escape_time(-2.1 + 3.0 * column / columns, cy)
        text += "@" if steps == limit else shades[steps % 9]
    return text


picture = [draw_row(row) for row in range(rows)]
print("\n".join(picture))
print(sum(line.count("@") for line in picture), "points inside")
