def collatz_length(n):
    length = 1
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        length += 1
    return length


def main():
    numbers = [n * n + 1 for n in range(200)]
    lengths = []
    for number in numbers:
        lengths.append(collatz_length(number))
    print(lengths[:10], sum(lengths))


if __name__ == "__main__":
    main()
