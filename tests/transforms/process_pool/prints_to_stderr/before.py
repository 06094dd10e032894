import sys


def check(number):
    if number % 3 == 0:
        print(f"{number} is divisible", "by three", file=sys.stderr)
    total = sum(k * number % 7 for k in range(200))
    if total % 5 == 0:
        sys.stderr.write(f"{number}: {total}\n")
    return total


def main():
    sizes = {}
    for number in range(12):
        total = check(number)
        if total > 3:
            sizes[number] = total
    print(sizes)


if __name__ == "__main__":
    main()
