import sys


def produce(number):
    n = number
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    if number == 4:
        raise RuntimeError("item 4 is broken")
    with open(f"out_{number}.txt", "w") as out:
        out.write(f"{n}\n")


size = int(sys.argv[1]) if len(sys.argv) > 1 else 4
for number in range(size):
    produce(number)
print("all written")
