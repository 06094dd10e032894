def sums(matrix, weights):
    out = []
    for row in matrix:
        total = 0.0
        for value, weight in zip(row, weights):
            total += value * weight
        out.append(total)
    return out


print(sums([[0.1 * i * j for j in range(5)] for i in range(4)], [0.5, 0.25, 1.5]))
print(sums([], [1.0]))
print(sums([[1.0, 2.0], [3.0]], [1.0, 0.1, 7.0]))
