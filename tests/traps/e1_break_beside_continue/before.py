import sys


def work(n):
    return sum(n * k % 13 for k in range(200))


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    total = 0.5
    for n in range(count):
        if n % 3 == 0:
            print("three")
            continue
        if n > 30:
            break
        value = work(n)
        if value % 17 == 3:
            break
        total += value / 3
    else:
        print("all")
    print(repr(total), n)


main()
