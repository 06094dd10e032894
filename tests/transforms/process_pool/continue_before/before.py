def ways(amount):
    table = [1] + [0] * amount
    for coin in (1, 2, 5, 10):
        for value in range(coin, amount + 1):
            table[value] += table[value - coin]
    return table[amount]


def main():
    counts = []
    for amount in range(10, 80):
        if amount % 4 == 0:
            continue
        counts.append(ways(amount))
    print(counts)


if __name__ == "__main__":
    main()
