import sys

def burn(n):
    for _ in range(10_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n

size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
todo = list(range(size))
i = 0
done = []
while i < len(todo):
    value = burn(todo[i])
    if value % 50 == 49:
        todo.append(value % 1_000)
    done.append(value)
    i += 1
print(i, len(done), repr(done[-2:]))
