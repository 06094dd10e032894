def attempt(n):
    total = sum(k * k % (n + 1) for k in range(60))
    try:
        return 1000 // (n % 5) + total
    except ZeroDivisionError as error:
        return error


def main():
    results = [attempt(n) for n in range(40)]
    print([str(result) for result in results])


main()
