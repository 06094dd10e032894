def divides(n, d):
    return n % d == 0


def smooth(n):
    kept = []
    for d in range(2, 60):
        if n % d == 0:
            kept.append(d)
            if len(kept) > 6:
                break
    return kept


def main():
    grid = []
    for n in range(1, 400):
        row = smooth(n)
        for d in row:
            if d > 11:
                break
        else:
            grid.append((n, row))
            if len(grid) == 40:
                break
            continue
    print(grid[-3:], n)


if __name__ == "__main__":
    main()
