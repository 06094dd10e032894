def primes(limit):
    prime = [True] * limit
    count = 0
    for number in range(2, limit):
        if not prime[number]:
            continue
        count += 1
        for multiple in range(number * number, limit, number):
            prime[multiple] = False
    return count, prime[-5:]


print(primes(100), primes(3))
