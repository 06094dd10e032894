"""Lists of which it is known how large their numbers are, and one of which it is not."""


def picture(rows, columns, step):
    red = [[(i * step + j * 3) % 256 for j in range(columns)] for i in range(rows)]
    deep = [[i * step - j * j for j in range(columns)] for i in range(rows)]
    return red, deep


def cubes(image):
    made = []
    for i in range(len(image)):
        row = []
        for j in range(len(image[0])):
            row.append(max(image[i][j] * image[i][j] * image[i][j] // 1000, 9))
        made.append(row)
    return made


def main(size, step):
    red, deep = picture(size, size + 3, step)
    shades = cubes(red)
    depths = cubes(deep)
    print(shades[2][:4], sum(map(sum, shades)))
    print(depths[2][:4], sum(map(sum, depths)))


main(40, 7)
main(40, 10**7)
main(4, -(10**9))
main(3, 2**70)
