def halves(rows):
    out = []
    for row in rows:
        total = 0.0
        for j in range(len(row)):
            total += row[j] * 0.5
        out.append(total)
    return out


print(halves([[0.25 * i * j for j in range(5)] for i in range(9)]))
print(halves([[1.0], [2.0, 3.0]]), halves([]))
