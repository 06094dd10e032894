import sys


def work(n):
    if n == 33:
        raise ValueError(n)
    return sum(n * k % 13 for k in range(200))


def other(n):
    return sum(n * k % 7 for k in range(200))


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    odd = {}
    for n in range(count):
        if n % 11 == 7:
            print("seven")
        elif n % 5 == 3:
            if n == 33:
                print("not this one")
            else:
                half = n // 2
                if not half % 2:
                    print(work(half + half))
        elif n < 4 or n % 3:
            odd[n] = other(n)
            print(odd[n])
        else:
            value = work(n)
            print(n, value, 60 // (n - 30))


main()
