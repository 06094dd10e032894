def halvings(n):
    count = 0
    while n != 0:
        n -= 2
        count += 1
    return count


def main():
    counts = []
    for n in [200_000, 100_000, 300_000, 60, 61, -4, "x", 400]:
        counts.append(halvings(n))
        if n == 60:
            break
    print(counts)


if __name__ == "__main__":
    main()
