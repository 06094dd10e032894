import sys


def burn(n):
    value = n
    for _ in range(300):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
def attempt(n):
    burn(n)
    try:
        try:
            return 100 // (n % 3)
        except ZeroDivisionError as error:
            raise ValueError(n) from error
    except ValueError as error:
        return error


results = [attempt(n) for n in range(size)]
for r in results:
    if isinstance(r, ValueError):
        print(r, repr(r.__cause__))
