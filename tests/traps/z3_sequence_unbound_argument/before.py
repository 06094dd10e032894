import sys

def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 60
MODE = sys.argv[2] if len(sys.argv) > 2 else ""


def total(values):
    result = 0
    for value in range(1, SIZE):
        result += steps(value)
    return result, values


def main():
    if MODE != "late":
        late = 5
    first = total(3)
    print("first", first)
    second = total(late)
    print("second", second)


try:
    main()
except NameError as error:
    print("caught", type(error).__name__)
