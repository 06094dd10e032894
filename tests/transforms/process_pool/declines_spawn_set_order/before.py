def letters(n):
    found = {"k%d" % (n % m) for m in range(1, 20)}
    return list(found)


first = []
for n in range(30):
    first.append(letters(n % 3))
print(first[0] == first[3])
