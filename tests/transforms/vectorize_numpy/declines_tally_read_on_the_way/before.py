def ranks(marks, counts, out):
    for mark in marks:
        counts[mark % 4] += 1
        out.append(counts[mark % 4])


counts, out = [0] * 4, []
ranks([3, 1, 7, 3, 2], counts, out)
print(counts, out)
