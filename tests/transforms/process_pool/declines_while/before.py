def reduce(n):
    return n - sum(int(c) for c in str(n)) - 1


def main():
    n = 2_000
    trail = []
    while n > 0:
        n = reduce(n)
        trail.append(n)
    print(len(trail), trail[:5])


if __name__ == "__main__":
    main()
