def analyse(n):
    divisors = [d for d in range(1, n + 1) if n % d == 0]
    return len(divisors), sum(divisors)


def main():
    most = 0
    total = 0
    perfect = []
    for n in range(1, 200):
        count, divisor_sum = analyse(n)
        most = max(most, count)
        total += divisor_sum
        if divisor_sum == 2 * n:
            perfect.append(n)
    print(most, total, perfect)


if __name__ == "__main__":
    main()
