def fibonacci(n):
    numbers = [1, 1]
    for i in range(n):
        numbers.append(numbers[-1] + numbers[-2])
    return numbers


print(fibonacci(100))
