def power_sum(n, k):
    return sum(i ** k for i in range(n))


def main():
    size = 12
    sums = [power_sum(n, 3) % 1009 + n for n in range(size * 4)]
    print(sums)


if __name__ == "__main__":
    main()
