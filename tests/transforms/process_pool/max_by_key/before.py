def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


def main():
    numbers = [n for n in range(1, 400) if n % 3]
    best = max(numbers, key=steps)
    print("best", best, steps(best))


if __name__ == "__main__":
    main()
