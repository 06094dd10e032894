import sys

asked = {"times": 0}


def hopeless(n, best):
    asked["times"] += 1
    return n % 9 > best


def effort(n):
    total = n
    for k in range(400):
        total = (total * 31 + k + asked["times"]) % 10007
    return total


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    best = 10007
    for n in range(size):
        if hopeless(n, best):
            continue
        value = effort(n) + effort(n + 1)
        if value < best:
            best = value
    print(best, asked)


main()
