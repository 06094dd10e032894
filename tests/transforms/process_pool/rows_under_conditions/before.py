def is_right(a, b, c):
    longest, *others = sorted((a, b, c), reverse=True)
    return longest**2 == sum(side**2 for side in others)


def main(limit):
    triangles = sum(
        1
        for a in range(1, limit)
        for b in range(a, limit)  # no triangle twice
        for c in range(b, limit)
        if is_right(a, b, c)
    )
    print(triangles)


if __name__ == "__main__":
    main(40)
    main(0)
