def ways(amount, coins=(1, 2, 5, 10)):
    table = [1] + [0] * amount
    for coin in coins:
        for value in range(coin, amount + 1):
            table[value] += table[value - coin]
    return table[amount]


def main():
    odd = []
    for amount in range(10, 60):
        count = ways(amount)
        if count % 2 == 0:
            continue
        odd.append((amount, count))
    print(odd)


if __name__ == "__main__":
    main()
