import sys

def burn(n):
    value = n
    for _ in range(40000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def total(numbers):
    result = 0
    for n in numbers:
        result += burn(n) % 1000
    return result


def widest(numbers):
    best = 0
    for n in numbers:
        best = max(best, burn(n) % 1000)
    return best


def main(size):
    numbers = list(range(size))
    alias = numbers
    a = total(numbers)
    alias.append(a)
    b = widest(numbers)
    alias[0] = b
    c = total(numbers)
    print(a, b, c)


main(int(sys.argv[1]) if len(sys.argv) > 1 else 30)
