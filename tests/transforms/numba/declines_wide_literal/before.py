def fnv(data):
    value = 14695981039346656037
    for byte in data:
        value = ((value ^ byte) * 1099511628211) % 18446744073709551616
    return value


print(fnv([1, 2, 3]))
