def tri(n):
    return sum(range(n + 1))


def main():
    count = 90
    table = [0] * count
    for i in range(count):
        table[i] = tri(i) % 97
    print(table)


if __name__ == "__main__":
    main()
