def root(n):
    guess = n
    while guess * guess > n:
        guess = (guess + n // guess) // 2
    return guess


for n in range(1, 40):
    print(n, root(n * 1_009))
