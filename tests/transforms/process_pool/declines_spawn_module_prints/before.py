import noisy

values = []
for n in range(30):
    values.append(noisy.cube(n))
print(values)
