import sys

def burn(n):
    value = n
    for _ in range(4000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
numbers = list(range(size))
print(numbers.append(1000), max(numbers, key=burn), numbers.pop())
numbers[0] = numbers.pop() + max(numbers, key=lambda n: burn(n) % 101)
print(numbers)
