def word(n):
    value = 1
    for i in range(1, 200):
        value = (value * (n + i)) % 1000003
    return "%06d" % value


print("-".join(map(word, range(150))))
