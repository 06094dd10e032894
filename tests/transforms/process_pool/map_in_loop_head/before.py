def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


def main():
    longest = 0
    for number, length in enumerate(map(steps, range(1, 300)), 1):
        if length > longest:
            longest = length
            print(number, length)


if __name__ == "__main__":
    main()
