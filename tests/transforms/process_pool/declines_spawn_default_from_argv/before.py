import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 30


def power(n, exponent=count % 7):
    return n**exponent


values = []
for n in range(count):
    values.append(power(n))
print(values)
