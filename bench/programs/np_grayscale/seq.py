# SPDX-License-Identifier: Apache-2.0
"""A colour picture in grey, brightened by half, and how often each shade comes up."""
import sys


def picture(rows, columns):
    red = [[(i * 7 + j * 3) % 256 for j in range(columns)] for i in range(rows)]
    green = [[(i * 5 + j * 11) % 256 for j in range(columns)] for i in range(rows)]
    blue = [[(i * j + 40) % 256 for j in range(columns)] for i in range(rows)]
    return red, green, blue


def grey(red, green, blue):
    shades = []
    for i in range(len(red)):
        row = []
        for j in range(len(red[0])):
            row.append((299 * red[i][j] + 587 * green[i][j] + 114 * blue[i][j]) // 1000)
        shades.append(row)
    return shades


def brightened(shades):
    bright = []
    for i in range(len(shades)):
        row = []
        for j in range(len(shades[0])):
            row.append(min(shades[i][j] * 3 // 2, 255))
        bright.append(row)
    return bright


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
    red, green, blue = picture(size, size + 80)
    shades = grey(red, green, blue)
    bright = brightened(shades)
    print(shades[3][:8], sum(map(sum, shades)))
    print(bright[3][:8], sum(map(sum, bright)))


if __name__ == "__main__":
    main()
