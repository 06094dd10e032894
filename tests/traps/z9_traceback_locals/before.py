import sys


def burn(n):
    value = n
    for _ in range(60):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
def attempt(n):
    burn(n)
    if n == 22:
        raise ValueError(n)
    return n


def main():
    found = []
    for n in range(size):
        found.append(attempt(n))
    return found


try:
    print(main())
except ValueError as error:
    print(error.__traceback__.tb_next.tb_frame.f_locals["found"])
