def checksum(xs, n):
    total = 7
    even = 0
    for i in range(n):
        total += xs[i] * (i + 1) % 251
        if xs[i] % 2 == 0:
            even += 1
    return total, even


print(checksum([i * i for i in range(50)], 50), checksum([3, 4, 5], 2))
print(checksum([2**62, 2**63], 2), checksum([], 0))
