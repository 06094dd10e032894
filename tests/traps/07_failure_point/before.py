import sys


def burn(number):
    n = number
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    if number == 17:
        raise ValueError(f"value {n} is not allowed")
    return n


size = int(sys.argv[1]) if len(sys.argv) > 1 else 12
for number in range(size):
    value = burn(number)
    with open(f"out_{number}.txt", "w") as out:
        out.write(f"{value}\n")
print("all written")
