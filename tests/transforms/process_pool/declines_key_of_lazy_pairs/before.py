def steps(pair):
    low, high = pair
    count = 0
    for n in range(low, high):
        while n > 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            count += 1
    return count


def main():
    print(max(((a, 100 // b) for a in range(10) for b in range(9, -1, -1)), key=steps))


if __name__ == "__main__":
    main()
