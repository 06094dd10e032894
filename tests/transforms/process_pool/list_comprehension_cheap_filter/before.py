def steps(n):
    count = 0
    while n > 1:
        n = 3 * n + 1 if n % 2 else n // 2
        count += 1
    return count


def main():
    counts = [steps(n) for n in range(1, 400) if n % 3 == 0]
    print(len(counts), max(counts), counts[:6])


if __name__ == "__main__":
    main()
