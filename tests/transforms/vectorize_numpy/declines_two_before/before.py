def fibonacci(n, a):
    found = [a] * n
    for i in range(2, n):
        found[i] = found[i - 1] + found[i - 2] % 1000
    return found


print(fibonacci(20, 1))
