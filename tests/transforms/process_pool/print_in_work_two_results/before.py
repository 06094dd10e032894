def split(number):
    low = high = 0
    for k in range(1, 300):
        if number % k:
            low += k
        else:
            high += k
    print("split", number, flush=True)
    return low, high


def main():
    lows = []
    for number in range(50, 90):
        low, high = split(number)
        lows.append(low)
        print(number, high, sep=": ")
    print(sum(lows))


main()
