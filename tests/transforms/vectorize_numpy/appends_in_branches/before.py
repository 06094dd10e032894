def clipped(xs, least):
    out = []
    for x in xs:
        if x < least:
            out.append(least / 2)
        elif x > 3.0 * least:
            if x > 9.0:
                out.append(9.0)
            else:
                out.append(x * 0.5)
        else:
            out.append(x)
    return out


def main():
    xs = [0.5 * i - 3.0 for i in range(30)]
    print(clipped(xs, 1.5), clipped([], 1.0), clipped([float("nan"), -0.0], 0.25))


main()
