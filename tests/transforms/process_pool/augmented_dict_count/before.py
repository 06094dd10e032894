def kind(n):
    total = sum(d for d in range(1, n) if n % d == 0)
    if total == n:
        return "perfect"
    return "abundant" if total > n else "deficient"


def main():
    counts = {"perfect": 0, "abundant": 0, "deficient": 0}
    for n in range(2, 250):
        counts[kind(n)] += 1
    print(counts)


if __name__ == "__main__":
    main()
