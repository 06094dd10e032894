WEIGHTS = [[0.25, 0.5, 0.25], [0.5, 1.0, 0.5], [0.25, 0.5, 0.25]]


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


def run(size):
    # The picture itself is read nowhere else.
    image = picture(size, size + 4)
    blur = blurred(image, size, size + 4)
    sharp = sharpened(image, blur, 1.5)
    print(blur, sharp, len(blur))


run(6)
run(3)
run(2)
run(0)
run(-1)
run(True)
WEIGHTS = WEIGHTS[:2]
try:
    run(4)
except IndexError as error:
    print(error)
