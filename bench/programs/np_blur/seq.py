# SPDX-License-Identifier: Apache-2.0
"""A grey picture blurred and sharpened: weighted sums of the nine cells around each."""
import sys

WEIGHTS = [[0.0625, 0.125, 0.0625], [0.125, 0.25, 0.125], [0.0625, 0.125, 0.0625]]


def picture(rows, columns):
    return [[float((i * 31 + j * 17) % 256) for j in range(columns)] for i in range(rows)]


def blurred(image, rows, columns):
    result = []
    for i in range(1, rows - 1):
        line = []
        for j in range(1, columns - 1):
            total = 0.0
            for a in range(3):
                for b in range(3):
                    total += WEIGHTS[a][b] * image[i + a - 1][j + b - 1]
            line.append(total)
        result.append(line)
    return result


def sharpened(image, blur, amount):
    result = []
    for i in range(len(blur)):
        line = []
        for j in range(len(blur[0])):
            value = image[i + 1][j + 1] + amount * (image[i + 1][j + 1] - blur[i][j])
            line.append(min(max(value, 0.0), 255.0))
        result.append(line)
    return result


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    image = picture(size, size + 40)
    blur = blurred(image, size, size + 40)
    sharp = sharpened(image, blur, 1.5)
    print(blur[3][5], blur[-1][-1], sum(map(sum, blur)))
    print(sharp[3][5], sharp[-1][-1], sum(map(sum, sharp)))


if __name__ == "__main__":
    main()
