import numpy as np


def out_by_numpy(rows, out):
    """By arrays: a loop of halves(). False: not done, they would differ."""
    if len({*map(len, rows)}) != 1:
        return False
    rows = np.array(rows, dtype=float)
    with np.errstate(over="ignore", invalid="ignore"):
        total = np.zeros(len(rows))
        terms = rows.T * 0.5
        if len(total) < 256:
            for start in range(0, len(terms), 1024):
                piece = np.vstack((total, terms[start:start + 1024]))
                total = np.add.accumulate(piece)[-1]
        else:
            for term in terms:
                total = total + term
        out_values = total
    out.extend(out_values.tolist())
    return True


def halves(rows):
    out = []
    if not out_by_numpy(rows, out):
        for row in rows:
            total = 0.0
            for j in range(len(row)):
                total += row[j] * 0.5
            out.append(total)
    return out


print(halves([[0.25 * i * j for j in range(5)] for i in range(9)]))
print(halves([[1.0], [2.0, 3.0]]), halves([]))
