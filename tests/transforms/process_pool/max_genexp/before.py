def chain(n):
    length = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        length += 1
    return length


def main():
    longest = max(chain(n) for n in range(1, 500))
    best = max((chain(n), n) for n in range(1, 500))
    print(longest, best)


if __name__ == "__main__":
    main()
