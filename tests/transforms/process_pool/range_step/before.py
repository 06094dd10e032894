def halves(n):
    count = 0
    while n:
        n //= 2
        count += 1
    return count


def main():
    counts = []
    for n in range(900, 0, -30):
        counts.append(halves(n ** 9))
    print(counts)


if __name__ == "__main__":
    main()
