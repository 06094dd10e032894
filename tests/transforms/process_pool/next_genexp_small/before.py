def is_perfect(n):
    return n > 1 and sum(d for d in range(1, n) if n % d == 0) == n


def main():
    print(next((n for n in range(29, 600) if is_perfect(n)), None))
    print(next((n for n in range(29, 400) if is_perfect(n)), "none"))


if __name__ == "__main__":
    main()
