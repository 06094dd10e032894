def blend(a, b, out, n):
    for i in range(n):
        out[i] = 0.75 * a[i] + 0.25 * b[i]


def main():
    a = [float(i) for i in range(40)]
    b = [1e308 * i for i in range(40)]
    out = [0.0] * 40
    blend(a, b, out, 40)
    print(out)
    blend(a, b, a, 10)
    print(a)
    blend(a, b, out, -1)
    try:
        blend(a, b, out, 41)
    except IndexError as error:
        print(error, out[39])


main()
