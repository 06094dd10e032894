def square(n):
    return n * n


values = [square(n) for n in range(40)]
print(values)
