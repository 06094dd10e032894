WEIGHTS = [[0.0625, 0.125, 0.0625], [0.125, 0.25, 0.125], [0.0625, 0.125, 0.0625]]


def blurred(image, rows, columns):
    result = []
    for i in range(1, rows - 1):
        line = []
        for j in range(1, columns - 1):
            total = 0.0
            for a in range(-1, 2):
                for b in range(3):
                    total += WEIGHTS[a + 1][b] * image[i + a][b + j - 1]
            line.append(total)
        result.append(line)
    return result


def picture(rows, columns):
    return [[float((i * 31 + j * 17) % 256) for j in range(columns)] for i in range(rows)]


print(blurred(picture(5, 7), 5, 7), blurred(picture(5, 7), 3, 4), blurred(picture(2, 2), 2, 2))
for rows, columns in ((6, 7), (5, 8)):
    try:
        print(blurred(picture(5, 7), rows, columns))
    except IndexError as error:
        print(error)
