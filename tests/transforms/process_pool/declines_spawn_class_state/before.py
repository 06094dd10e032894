class Config:
    factor = 1


def scaled(n):
    return n * Config.factor


Config.factor = 5
values = []
for n in range(30):
    values.append(scaled(n))
print(values)
