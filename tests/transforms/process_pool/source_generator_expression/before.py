def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


def main():
    lengths = []
    for pair in ((a, b) for a in range(1, 12) for b in range(1, a)):
        lengths.append(steps(pair[0] * pair[1]))
    print(lengths)


main()
