def bands(values, rates):
    marks = [0] * len(values)
    taxed = [0.0] * len(values)
    for i in range(len(values)):
        if values[i] > 30.0:
            marks[i] = 2
            taxed[i] = values[i] / rates[i]
        elif values[i] > 10.0:
            marks[i] = 1
            taxed[i] = values[i] * 0.5
        else:
            marks[i] = 0
            taxed[i] = values[i] - rates[i]
    return marks, taxed


values = [k * 37 % 53 - 4.5 for k in range(12)]
print(bands(values, [k % 3 + 0.5 for k in range(12)]), bands([], []))
print(bands([1.0, 12.0], [0.0, 0.0]), bands([float("nan")], [1.0]))
try:
    bands([1.0, 31.0], [0.0, 0.0])
except ZeroDivisionError as error:
    print(error)
