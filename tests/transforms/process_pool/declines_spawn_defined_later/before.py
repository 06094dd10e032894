def outer(n):
    return helper(n) + 1


try:
    values = []
    for n in range(30):
        values.append(outer(n))
except NameError as error:
    print(error)


def helper(n):
    return n * n


print(values, helper(3))
