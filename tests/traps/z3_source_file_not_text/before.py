import sys

def burn(n):
    value = n
    for _ in range(4000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
bad = int(sys.argv[2]) if len(sys.argv) > 2 else -1
with open("numbers.txt", "wb") as out:
    for n in range(size * 700):
        out.write(b"\xff\xfe\n" if n == bad * 600 else b"%d\n" % (n % 50))


def main():
    total = 0
    with open("numbers.txt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % 700:
                continue
            value = burn(int(line)) % 1000
            total += value
            print(number, value)
    print(total)


main()
