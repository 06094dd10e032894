def chain(n):
    length = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        length += 1
    return length


def main():
    winner = None
    best = -1
    for n in range(1, 400):
        length = chain(n)
        if length > best:
            best, winner = length, n
    print(winner, best)


if __name__ == "__main__":
    main()
