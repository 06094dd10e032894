def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


def main():
    assert all(steps(n) < 200 for n in range(1, 600))
    assert all(steps(n) < 100 for n in range(1, 600)), "too many"


if __name__ == "__main__":
    main()
