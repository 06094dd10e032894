def is_palindrome_sum(n):
    for _ in range(8):
        n += int(str(n)[::-1])
        if str(n) == str(n)[::-1]:
            return True
    return False


def main():
    count = sum(1 for n in range(10, 600) if is_palindrome_sum(n))
    print(count)


if __name__ == "__main__":
    main()
