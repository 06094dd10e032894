def split(n):
    low, high = 1, n
    while low * low < n:
        low += 1
    return low, high - low


def main():
    roots = []
    rests = []
    for n in range(1, 150):
        root, rest = split(n * 37)
        roots.append(root)
        rests.append(rest)
    print(sum(roots), sum(rests), roots[:4], rests[:4])


if __name__ == "__main__":
    main()
