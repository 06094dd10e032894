import sys


def crunch(n):
    for _ in range(2_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def store(number):
    value = crunch(number)
    if number == 7:
        raise ValueError(f"no {number}")
    with open(f"out_{number}.txt", "w") as out:
        out.write(f"{value}\n")
    if number == 8:
        raise KeyError(number)
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 6
total = 0
for number in range(size):
    total += store(number)
print(total)
