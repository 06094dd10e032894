import sys


def burn(n):
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
total = 0
text = ""
power = 1
for n in range(size):
    value = burn(n)
    total = value - total
    text = str(value % 10) + text
    power = power * 3 % 1_000_003 + value
print(total, text, power)
